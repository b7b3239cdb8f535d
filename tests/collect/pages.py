"""A page for the tests of reading HTML."""

BODY = """<article><h1>Serbia and China to hold joint drill</h1>
<p>The armies of Serbia and China will hold a joint exercise in Hebei in July, the ministry said.</p>
<p>It is the first of its kind, and it follows the delivery of an air defence system last year.</p>
</article>"""


def page(head="", body=BODY, attributes=""):
    """The bytes of a page with that head, body and attributes of its root."""
    return (
        f"<!DOCTYPE html><html {attributes}><head>{head}</head><body>{body}</body></html>".encode()
    )
