"""Runs what the models say of the standard library on a real loop, beside a heartbeat; compares with the table.

    python3 scripts/heartbeat.py [--check | --write] [ENTRY OR PREFIX...]

Without an option everything that can be run is run and compared; `--check` leaves out what needs large inputs;
`--write` writes what was found into the table.
"""

import collections
import sys

sys.dont_write_bytecode = True  # its own helpers stand in a folder of the repository

if __name__ == "__main__":
    from heartbeat import run, table, worker
    from heartbeat.entries import standard_entries


def main(arguments):
    if arguments == ["--worker"]:
        return worker.serve()
    flags = {argument for argument in arguments if argument.startswith("--")}
    wanted = tuple(argument for argument in arguments if not argument.startswith("--"))
    unknown = flags - {"--check", "--write"}
    if unknown or len(flags) > 1:
        print("usage: heartbeat.py [--check | --write] [ENTRY OR PREFIX...]", file=sys.stderr)
        return 2
    if sys.version_info < (3, 11):
        print("needs Python 3.11", file=sys.stderr)
        return 2
    entries = {name: entry for name, entry in standard_entries().items() if name.startswith(wanted or "")}
    rows, unheard = run.rows(entries, quick_only="--check" in flags)
    if "--write" in flags:
        table.write(rows)
    faults = unheard + table.differences(rows, entries)
    for fault in faults:
        print(fault)
    counts = collections.Counter(row.verdict.partition(":")[0] for row in rows)
    print("Python %d.%d: %s; %d differ from the table" % (
        *sys.version_info[:2], ", ".join("%d %s" % (count, verdict) for verdict, count in sorted(counts.items())),
        len(faults)))
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
