"""HTTP with bare hands, for requests that no browser and no library would send."""

import re
import select
import socket
import time
from dataclasses import dataclass

PATIENCE = 45  # seconds for an answer: longer than the server gives a slow request


@dataclass
class Answer:
    status: int
    headers: dict
    html: str


def request(method, target, headers=(), body=b'', host='localhost'):
    """The bytes of a request. Headers and body are sent as they are."""
    lines = [f'{method} {target} HTTP/1.1', f'Host: {host}',
             *(f'{name}: {value}' for name, value in headers)]
    if body and not any(name in ('Content-Length', 'Transfer-Encoding') for name, _ in headers):
        lines.append(f'Content-Length: {len(body)}')
    return ('\r\n'.join(lines) + '\r\n\r\n').encode('utf-8', 'surrogateescape') + body


def send(connection, data):
    """Sends until all is sent or the server has begun to answer."""
    view = memoryview(data)
    while view:
        readable, writable, _ = select.select([connection], [connection], [], PATIENCE)
        if readable or not writable:
            return
        view = view[connection.send(view[:1 << 16]):]


def read(connection):
    """One whole answer; None when the server hangs up without one."""
    deadline = time.monotonic() + PATIENCE
    data = b''
    while (answer := _parse(data)) is None:
        connection.settimeout(max(0.001, deadline - time.monotonic()))
        more = connection.recv(1 << 16)
        if not more:
            return None
        data += more
    return answer


def _parse(data):
    head, end, body = data.partition(b'\r\n\r\n')
    if not end:
        return None
    status, *lines = head.decode('latin-1').split('\r\n')
    headers = {name.lower(): value for name, value in (line.split(': ', 1) for line in lines)}
    if len(body) < int(headers['content-length']):
        return None
    return Answer(int(re.fullmatch(r'HTTP/1\.1 (\d{3}) .*', status)[1]), headers, body.decode())


def exchange(address, data):
    with socket.create_connection(address, PATIENCE) as connection:
        send(connection, data)
        return read(connection)
