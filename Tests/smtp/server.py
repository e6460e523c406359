"""A real mail server for a test: TLS by STARTTLS, a password, and failures for some recipients.

    server.py DIRECTORY

Writes DIRECTORY/authority.pem, then DIRECTORY/port; every letter becomes a file in DIRECTORY/letters.
"""

import asyncio
import pathlib
import ssl
import sys

import trustme
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult

folder = pathlib.Path(sys.argv[1])
(folder / "letters").mkdir()
authority = trustme.CA()
authority.cert_pem.write_to_path(folder / "authority.pem")
tls = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
authority.issue_cert("localhost").configure_cert(tls)


class Postmaster:
    tries = {}

    async def handle_RCPT(self, server, session, envelope, address, options):
        box = address.split("@")[0]
        if box == "nobody":
            return "550 5.1.1 no such mailbox"
        if box == "busy":
            self.tries[box] = self.tries.get(box, 0) + 1
            if self.tries[box] < 2:
                return "451 4.3.0 try again later"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        if envelope.rcpt_tos[0].startswith("spam"):
            return "554 5.7.1 not wanted"
        number = len(list((folder / "letters").iterdir()))
        head = f"X-Mail-From: {envelope.mail_from}\r\nX-TLS: {session.ssl is not None}\r\n"
        (folder / "letters" / f"{number}.eml").write_bytes(head.encode() + envelope.content)
        return "250 OK"


def authenticate(server, session, envelope, mechanism, credentials):
    good = credentials.login == b"shop" and credentials.password == b"three small ducks"
    return AuthResult(success=good)


controller = Controller(
    Postmaster(), hostname="localhost", port=0, tls_context=tls, require_starttls=True,
    authenticator=authenticate, auth_required=True, auth_require_tls=True,
)
# With port 0 the controller can't find itself: the socket is made here.
loop = asyncio.new_event_loop()
server = loop.run_until_complete(
    loop.create_server(controller._factory_invoker, host="127.0.0.1", port=0))
port = server.sockets[0].getsockname()[1]
pending = folder / "port.new"
pending.write_text(str(port))
pending.rename(folder / "port")
loop.run_forever()
