"""The committed verdicts: one line for every entry, no times."""

import csv
import os
from typing import NamedTuple

PATH = os.path.join(
    os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__)))), "rules", "truth",
    "standard-library.tsv")


class Row(NamedTuple):
    entry: str
    kind: str
    cost: str
    verdict: str
    advice: str
    with_advice: str


def read():
    with open(PATH, encoding="utf-8", newline="") as file:
        lines = csv.reader(file, delimiter="\t")
        next(lines)
        return {line[0]: Row(*line) for line in lines}


def write(rows):
    """What this Python does not have keeps the row that another one gave it."""
    known = {**(read() if os.path.exists(PATH) else {}), **{row.entry: row for row in rows}}
    with open(PATH, "w", encoding="utf-8", newline="") as file:
        lines = csv.writer(file, delimiter="\t", lineterminator="\n")
        lines.writerow(name.replace("_", " ") for name in Row._fields)
        lines.writerows(known[name] for name in sorted(known))


def differences(rows, entries):
    known = read()
    faults = ["%s: has no row" % name for name in entries if name not in known]
    for row in rows:
        stated = known.get(row.entry, row)
        if row.advice is None:
            row = row._replace(advice=stated.advice, with_advice=stated.with_advice)
        if stated != row:
            faults.append("%s: the table says %s, it is %s" % (row.entry, shown(stated), shown(row)))
        if "does not stall" == row.verdict:
            faults.append("%s: %s, but does not stall" % (row.entry, row.cost))
        if "stalls" == row.with_advice:
            faults.append("%s: stalls with %s, too" % (row.entry, row.advice))
    return faults


def shown(row):
    return " | ".join(row[1:])
