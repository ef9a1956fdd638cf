"""Counts the rows that only one of two CSV files has."""
import csv
import sys


def rows(path):
    with open(path, encoding="utf-8", newline="") as file:
        return {tuple(row) for row in csv.reader(file)}


before, after = map(rows, sys.argv[1:])
print(len(before - after), len(after - before))
