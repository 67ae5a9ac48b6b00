"""Which system calls a child may make while it decodes (Linux, seccomp).

What is not listed does not exist for it: it opens no file and no socket, starts no process and no
program, signals and traces nobody. Left are memory, threads, time and the descriptors it was
handed. The answer is ENOSYS, for which the C library knows other ways, as from clone3 to clone.
"""

from __future__ import annotations

import ctypes
import platform
import struct
import sys

# name: number on x86-64, number on 64-bit ARM; None where there is no such call.
_ALLOWED: dict[str, tuple[int | None, int | None]] = {
    "read": (0, 63),
    "write": (1, 64),
    "readv": (19, 65),
    "writev": (20, 66),
    "pread64": (17, 67),
    "pwrite64": (18, 68),
    "preadv": (295, 69),
    "lseek": (8, 62),
    "ftruncate": (77, 46),
    "fstat": (5, 80),
    "newfstatat": (262, 79),
    "close": (3, 57),
    "dup": (32, 23),
    "recvfrom": (45, 207),
    "recvmsg": (47, 212),
    "sendto": (44, 206),
    "sendmsg": (46, 211),
    "shutdown": (48, 210),
    "poll": (7, None),
    "ppoll": (271, 73),
    "select": (23, None),
    "pselect6": (270, 72),
    "mmap": (9, 222),
    "mprotect": (10, 226),
    "munmap": (11, 215),
    "mremap": (25, 216),
    "madvise": (28, 233),
    "brk": (12, 214),
    "rt_sigaction": (13, 134),
    "rt_sigprocmask": (14, 135),
    "rt_sigreturn": (15, 139),
    "sigaltstack": (131, 132),
    "restart_syscall": (219, 128),
    "futex": (202, 98),
    "set_robust_list": (273, 99),
    "set_tid_address": (218, 96),
    "rseq": (334, 293),
    "membarrier": (324, 283),
    "sched_yield": (24, 124),
    "sched_getaffinity": (204, 123),
    "getcpu": (309, 168),
    "getpid": (39, 172),
    "gettid": (186, 178),
    "getrusage": (98, 165),
    "sysinfo": (99, 179),
    "uname": (63, 160),
    "getrandom": (318, 278),
    "clock_gettime": (228, 113),
    "clock_getres": (229, 114),
    "clock_nanosleep": (230, 115),
    "nanosleep": (35, 101),
    "gettimeofday": (96, 169),
    "exit": (60, 93),
    "exit_group": (231, 94),
}
_CLONE = (56, 220)
_FCNTL = (72, 25)
_CLONE_THREAD = 0x00010000
_PRLIMIT = (302, 261)
# F_GETFD, F_GETFL, F_DUPFD_CLOEXEC; the others can have signals sent to anyone.
_FCNTL_ALLOWED = (1, 3, 1030)

_AUDIT_ARCH = {"x86_64": 0xC000003E, "aarch64": 0xC00000B7}

# Classic BPF, and where it finds the call's number, its architecture and its first two arguments.
_LOAD, _EQUAL, _ANY_BIT, _RETURN = 0x20, 0x15, 0x45, 0x06
_NUMBER_AT, _ARCH_AT, _FIRST_AT, _SECOND_AT = 0, 4, 16, 24
_ALLOW, _NO_SUCH_CALL, _KILL = 0x7FFF0000, 0x00050000 | 38, 0x80000000

_PR_SET_NO_NEW_PRIVS, _PR_SET_SECCOMP, _FILTER = 38, 22, 2


class _Program(ctypes.Structure):
    _fields_ = (("length", ctypes.c_ushort), ("filter", ctypes.c_void_p))


def filter_program(machine: str) -> bytes | None:
    """Return the filter for a machine as the kernel takes it; None for one that is not known."""
    if machine not in _AUDIT_ARCH:
        return None
    column = 0 if machine == "x86_64" else 1
    code = [
        _step(_LOAD, _ARCH_AT),
        _step(_EQUAL, _AUDIT_ARCH[machine], 1, 0),
        _step(_RETURN, _KILL),
        _step(_LOAD, _NUMBER_AT),
    ]
    for numbers in _ALLOWED.values():
        number = numbers[column]
        if number is not None:
            code += [_step(_EQUAL, number, 0, 1), _step(_RETURN, _ALLOW)]
    code += _only_threads(_CLONE[column])
    code += _only_harmless(_FCNTL[column])
    code += _only_itself(_PRLIMIT[column])
    code.append(_step(_RETURN, _NO_SUCH_CALL))
    return b"".join(code)


def refuse_system_calls() -> bool:
    """Put the filter over this process and its threads to come; False where it cannot be."""
    program = filter_program(platform.machine()) if sys.platform == "linux" else None
    if program is None:
        return False
    libc = ctypes.CDLL(None, use_errno=True)
    code = ctypes.create_string_buffer(program, len(program))
    whole = _Program(len(program) // 8, ctypes.cast(code, ctypes.c_void_p))
    if libc.prctl(_PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0:
        return False
    return libc.prctl(_PR_SET_SECCOMP, _FILTER, ctypes.byref(whole), 0, 0) == 0


def _only_threads(clone: int) -> list[bytes]:
    """Allow clone where it makes a thread."""
    return [
        _step(_EQUAL, clone, 0, 4),
        _step(_LOAD, _FIRST_AT),
        _step(_ANY_BIT, _CLONE_THREAD, 0, 1),
        _step(_RETURN, _ALLOW),
        _step(_RETURN, _NO_SUCH_CALL),
    ]


def _only_harmless(fcntl: int) -> list[bytes]:
    """Allow fcntl for a few of its commands."""
    checks = [
        step
        for command in _FCNTL_ALLOWED
        for step in (_step(_EQUAL, command, 0, 1), _step(_RETURN, _ALLOW))
    ]
    return [
        _step(_EQUAL, fcntl, 0, len(checks) + 2),
        _step(_LOAD, _SECOND_AT),
        *checks,
        _step(_RETURN, _NO_SUCH_CALL),
    ]


def _only_itself(prlimit: int) -> list[bytes]:
    """Allow prlimit for the caller's own limits, which can only become tighter."""
    return [
        _step(_EQUAL, prlimit, 0, 4),
        _step(_LOAD, _FIRST_AT),
        _step(_EQUAL, 0, 0, 1),
        _step(_RETURN, _ALLOW),
        _step(_RETURN, _NO_SUCH_CALL),
    ]


def _step(code: int, value: int, if_true: int = 0, if_false: int = 0) -> bytes:
    return struct.pack("=HBBI", code, if_true, if_false, value)
