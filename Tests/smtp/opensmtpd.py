"""OpenSMTPD for a test, behind TLS: letters to example.com are taken, others aren't.

    opensmtpd.py DIRECTORY

Writes DIRECTORY/authority.pem, DIRECTORY/sendmail, the server's own program for letters, and
DIRECTORY/port once it listens; every letter becomes a file in DIRECTORY/letters/new. It wants to be
root, and has a mount namespace and processes of its own: its queue and its socket are nobody else's,
and it ends with this process.

The TLS is ended before it: the version that Debian 12 has can't shake hands with OpenSSL 3, and
without TLS of its own it asks nobody for a password.
"""

import asyncio
import ctypes
import os
import pathlib
import pwd
import signal
import socket
import ssl
import sys

import trustme

folder = pathlib.Path(sys.argv[1]).resolve()
letters = folder / "letters"
letters.mkdir()
# Whoever delivers isn't root.
post = pwd.getpwnam("nobody")
os.chown(letters, post.pw_uid, post.pw_gid)
folder.chmod(0o711)

authority = trustme.CA()
authority.cert_pem.write_to_path(folder / "authority.pem")
tls = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
authority.issue_cert("localhost").configure_cert(tls)

with socket.socket() as free:
    free.bind(("127.0.0.1", 0))
    inner = free.getsockname()[1]
settings = folder / "smtpd.conf"
settings.write_text(f"""
table boxes {{ "@example.com" = "nobody" }}
listen on socket
listen on 127.0.0.1 port {inner} hostname localhost
action "keep" maildir "{letters}" user nobody virtual <boxes>
match from any for domain "example.com" action "keep"
""")
# This process is its parent, and the only one it has in this namespace.
program = folder / "sendmail"
program.write_text(f"""#!/bin/sh
exec nsenter --mount --target "$(pgrep --parent {os.getpid()} --newest)" /usr/sbin/sendmail "$@"
""")
program.chmod(0o755)


async def hand_on(source, sink):
    while data := await source.read(65536):
        sink.write(data)
        await sink.drain()
    sink.close()


async def serve(reader, writer):
    from_inner, to_inner = await asyncio.open_connection("127.0.0.1", inner)
    await asyncio.gather(
        hand_on(reader, to_inner), hand_on(from_inner, writer), return_exceptions=True)


async def front():
    for _ in range(300):
        try:
            socket.create_connection(("127.0.0.1", inner), 1).close()
            break
        except OSError:
            await asyncio.sleep(0.1)
    server = await asyncio.start_server(serve, "127.0.0.1", 0, ssl=tls)
    (folder / "port").write_text(str(server.sockets[0].getsockname()[1]))
    await server.serve_forever()


if os.fork() == 0:
    ctypes.CDLL(None).prctl(1, signal.SIGKILL)  # ends with its parent
    asyncio.run(front())

own = "mount -t tmpfs own /var/spool && mount -t tmpfs own /run && exec smtpd -d -f \"$0\""
os.execvp("unshare", ["unshare", "--mount", "--pid", "--fork", "--kill-child", "sh", "-c", own,
                      str(settings)])
