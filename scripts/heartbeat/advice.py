"""The ways out that `use=` names, each beside a heartbeat; nothing is installed to run those of packages."""

import asyncio
import concurrent.futures
import os
import signal
import socket
import threading
import time
from functools import partial

from .stage import LATE


def way(run, prepare=lambda stage: None):
    """`prepare` sets up before the heartbeat; what it gives is awaited with `run`."""

    def prepared(stage):
        return partial(run, prepare(stage))

    return prepared


def loop():
    return asyncio.get_running_loop()


def later(act, *arguments):
    loop().call_later(LATE, act, *arguments)


def silent(stage):
    sock = stage.silent_socket()
    sock.setblocking(False)
    return sock


def full(stage):
    sock = stage.full_socket()
    sock.setblocking(False)
    return sock


def listener(stage):
    sock = stage.close(socket.create_server(("127.0.0.1", 0)))
    sock.setblocking(False)
    return sock


def late_greeting(stage):
    """An address where somebody takes the connection, and speaks late."""
    sock = stage.close(socket.create_server(("127.0.0.1", 0)))

    def greet():
        with sock.accept()[0] as connection:
            time.sleep(LATE)
            connection.sendall(b"late\n")

    threading.Thread(target=greet, daemon=True).start()
    return sock.getsockname()


async def readable(sock):
    done = loop().create_future()
    loop().add_reader(sock, lambda: done.done() or done.set_result(None))
    await done
    loop().remove_reader(sock)


async def signalled(_):
    done = asyncio.Event()
    loop().add_signal_handler(signal.SIGUSR2, done.set)
    later(os.kill, os.getpid(), signal.SIGUSR2)
    await done.wait()
    loop().remove_signal_handler(signal.SIGUSR2)


async def called_later(_):
    done = asyncio.Event()
    later(done.set)
    await done.wait()


async def datagram(_):
    got = loop().create_future()

    class Receiver(asyncio.DatagramProtocol):
        def datagram_received(self, data, address):
            got.set_result(data)

    transport, _ = await loop().create_datagram_endpoint(Receiver, local_addr=("127.0.0.1", 0))
    later(transport.sendto, b"late", transport.get_extra_info("sockname"))
    await got
    transport.close()


async def accepted(sock):
    later(lambda: socket.create_connection(sock.getsockname()).close())
    connection, _ = await loop().sock_accept(sock)
    connection.close()


async def connected(address):
    with socket.socket() as sock:
        sock.setblocking(False)
        await loop().sock_connect(sock, address)


async def file_sent(prepared):
    sock, path = prepared
    with open(path, "rb") as file:
        await loop().sock_sendfile(sock, file)


async def greeted(address):
    reader, writer = await asyncio.open_connection(*address)
    await reader.readline()
    writer.close()


async def served(_):
    done = asyncio.Event()

    async def serve(reader, writer):
        writer.close()
        done.set()

    async with await asyncio.start_server(serve, "127.0.0.1", 0) as server:
        later(lambda: socket.create_connection(server.sockets[0].getsockname()).close())
        await done.wait()


async def by_exec(_):
    await (await asyncio.create_subprocess_exec("sleep", str(LATE))).wait()


async def by_shell(_):
    await (await asyncio.create_subprocess_shell("sleep %s" % LATE)).wait()


async def locked(make, take):
    lock = make()
    await lock.acquire()
    later(lock.release)
    await take(lock)


async def entered(lock):
    async with lock:
        pass


async def acquired(lock):
    await lock.acquire()
    lock.release()


async def notified(wait):
    condition = asyncio.Condition()
    happened = []

    async def tell():
        await asyncio.sleep(LATE)
        async with condition:
            happened.append(True)
            condition.notify_all()

    task = asyncio.create_task(tell())
    async with condition:
        await wait(condition, happened)
    await task


async def queue_filled(_):
    queue = asyncio.Queue()
    later(queue.put_nowait, 1)
    await queue.get()


async def queue_done(_):
    queue = asyncio.Queue()
    queue.put_nowait(1)
    later(queue.task_done)
    await queue.join()


async def barrier(_):
    there = asyncio.Barrier(2)
    await asyncio.gather(there.wait(), after_nap(there))


async def after_nap(there):
    await asyncio.sleep(LATE)
    await there.wait()


async def completed(_):
    for done in asyncio.as_completed([asyncio.sleep(LATE)]):
        await done


async def waited(_):
    await asyncio.wait([asyncio.create_task(asyncio.sleep(LATE))])


async def wrapped(_):
    future = concurrent.futures.Future()
    later(future.set_result, 1)
    await asyncio.wrap_future(future)


async def in_executor(_):
    await loop().run_in_executor(None, time.sleep, LATE)


LOOP = "asyncio.AbstractEventLoop."
WAYS = {
    "asyncio.sleep": way(lambda _: asyncio.sleep(LATE)),
    "asyncio.to_thread": way(lambda _: asyncio.to_thread(time.sleep, LATE)),
    LOOP + "run_in_executor": way(in_executor),
    LOOP + "add_reader": way(readable, silent),
    LOOP + "add_signal_handler": way(signalled),
    LOOP + "call_later": way(called_later),
    LOOP + "create_datagram_endpoint": way(datagram),
    LOOP + "getaddrinfo": way(lambda _: loop().getaddrinfo("127.0.0.1", 80)),
    LOOP + "getnameinfo": way(lambda _: loop().getnameinfo(("127.0.0.1", 80), socket.NI_NUMERICHOST)),
    LOOP + "sock_accept": way(accepted, listener),
    LOOP + "sock_connect": way(connected, lambda stage: stage.crowded()),
    LOOP + "sock_recv": way(lambda sock: loop().sock_recv(sock, 4), silent),
    LOOP + "sock_recv_into": way(lambda sock: loop().sock_recv_into(sock, bytearray(4)), silent),
    LOOP + "sock_sendall": way(lambda sock: loop().sock_sendall(sock, b"x"), full),
    LOOP + "sock_sendfile": way(file_sent, lambda stage: (full(stage), stage.file(b"x"))),
    "asyncio.open_connection": way(greeted, late_greeting),
    "asyncio.start_server": way(served),
    "asyncio.create_subprocess_exec": way(by_exec),
    "asyncio.create_subprocess_shell": way(by_shell),
    "asyncio.Lock": way(lambda _: locked(asyncio.Lock, entered)),
    "asyncio.Lock.acquire": way(lambda _: locked(asyncio.Lock, acquired)),
    "asyncio.Condition": way(lambda _: locked(asyncio.Condition, entered)),
    "asyncio.Condition.acquire": way(lambda _: locked(asyncio.Condition, acquired)),
    "asyncio.Semaphore": way(lambda _: locked(asyncio.Semaphore, entered)),
    "asyncio.Semaphore.acquire": way(lambda _: locked(asyncio.Semaphore, acquired)),
    "asyncio.Condition.wait": way(lambda _: notified(lambda there, happened: there.wait())),
    "asyncio.Condition.wait_for": way(lambda _: notified(lambda there, happened: there.wait_for(lambda: happened))),
    "asyncio.Event.wait": way(called_later),
    "asyncio.Queue.get": way(queue_filled),
    "asyncio.Queue.join": way(queue_done),
    "asyncio.Barrier.wait": way(barrier),
    "asyncio.as_completed": way(completed),
    "asyncio.wait": way(waited),
    "asyncio.wrap_future": way(wrapped),
}
