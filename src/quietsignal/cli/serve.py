"""`quietsignal serve`: the project in the browser."""

from typing import TYPE_CHECKING, Annotated, Any

import typer

from quietsignal.cli.options import ProjectFolder, open_project
from quietsignal.cli.output import note

if TYPE_CHECKING:
    import uvicorn

__all__ = ["serve"]


def serve(
    host: Annotated[
        str, typer.Option(metavar="ADDRESS", help="Where to listen. Default: this machine only.")
    ] = "127.0.0.1",
    port: Annotated[
        int, typer.Option(min=0, max=65535, help="The port; 0 takes any that is free.")
    ] = 8100,
    project: ProjectFolder = None,
    allow_remote: Annotated[
        bool,
        typer.Option(
            "--allow-remote",
            help="Let other machines in. There is no login: whoever reaches the port reads all.",
        ),
    ] = False,
) -> None:
    """Show a project in the browser: its events, documents and briefs. Nothing can be changed.

    Each event opens into its claims, each claim into its quote, each quote into the text that it
    stands in. The pages need no script and load nothing from elsewhere. Ctrl-C ends it.

    Example:  quietsignal serve --project demo
    """
    import uvicorn

    from quietsignal.errors import UsageError
    from quietsignal.web import create_app, is_loopback, names_for

    if not is_loopback(host) and not allow_remote:
        raise UsageError(
            f"--host: found {host}, expected 127.0.0.1: there is no login yet, so that anybody who "
            "reaches the port reads the whole project; if that is meant, say --allow-remote"
        )
    app = create_app(open_project(project), hosts=names_for(host))
    config = uvicorn.Config(
        app,
        host=host.strip("[]"),
        port=port,
        ws="none",
        log_level="critical",
        access_log=False,
        proxy_headers=False,
        server_header=False,
        timeout_graceful_shutdown=2,
    )
    bound = _bound(config)
    shown = f"[{config.host}]" if ":" in config.host else config.host
    typer.echo(f"http://{shown}:{bound.getsockname()[1]}/")
    note("Open it in a browser; Ctrl-C ends it.")
    _run(config, bound)


def _bound(config: "uvicorn.Config") -> Any:
    """The socket that listens, as uvicorn makes it; raises `UsageError` where the address is taken or not ours."""
    import errno

    from quietsignal.errors import UsageError

    try:
        bound = config.bind_socket()
    except SystemExit as stop:  # how uvicorn ends a program; the reason is what it came from
        reason = stop.__context__
        if isinstance(reason, OSError) and reason.errno == errno.EADDRINUSE:
            raise UsageError(
                f"--port: found {config.port} taken by another program, expected a free one: "
                "try --port 0"
            ) from None
        told = reason.strerror if isinstance(reason, OSError) else "no reason given"
        raise UsageError(
            f"--host, --port: cannot listen on {config.host} port {config.port}: {told}"
        ) from None
    bound.listen()  # from now on requests wait for the server instead of being refused
    return bound


def _run(config: "uvicorn.Config", bound: Any) -> None:
    import logging

    import uvicorn

    # Quiet while the port is taken, since that is told in one line; errors of ours show after it.
    logging.getLogger("uvicorn.error").setLevel(logging.ERROR)
    try:
        uvicorn.Server(config).run(sockets=[bound])
    except KeyboardInterrupt:  # the way to end it, no failure
        note("")
    finally:
        bound.close()
