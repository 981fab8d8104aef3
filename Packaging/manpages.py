#!/usr/bin/env python3
"""Writes man pages from what `weft --experimental-dump-help` says of its commands: one for weft, one for each command."""
import json, os, sys


def text(words):
    """Text as troff takes it."""
    lines = []
    for line in (words or "").split("\n"):
        line = line.replace("\\", "\\e").replace("-", "\\-")
        lines.append("\\&" + line if line[:1] in (".", "'") else line)
    return "\n".join(lines)


def paragraphs(words):
    """A discussion: paragraphs, and examples as they are indented."""
    out = []
    for part in (words or "").strip("\n").split("\n\n"):
        lines = part.split("\n")
        plain = [line for line in lines if not line.startswith("  ")]
        indented = [line for line in lines if line.startswith("  ")]
        if plain:
            out += [".PP", text("\n".join(plain))]
        if indented:
            out += [".PP", ".nf", ".RS 4", text("\n".join(line.strip() for line in indented)), ".RE", ".fi"]
    return out


def names(argument):
    forms = []
    for name in argument.get("names", []):
        mark = "\\-" if name["kind"] == "short" else "\\-\\-"
        forms.append("\\fB" + mark + name["name"].replace("-", "\\-") + "\\fR")
    value = argument.get("valueName", "")
    if argument["kind"] == "positional":
        return "\\fI" + value.replace("-", "\\-") + "\\fR"
    if argument["kind"] == "option":
        forms = [form + " \\fI" + value.replace("-", "\\-") + "\\fR" for form in forms]
    return ", ".join(forms)


def page(command, title, version, date, further):
    shown = [a for a in command.get("arguments", []) if a.get("shouldDisplay", True)]
    places = [a for a in shown if a["kind"] == "positional"]
    others = [a for a in shown if a["kind"] != "positional"]
    call = title.replace("-", " ", 1) if title != "weft" else "weft"
    out = [
        '.TH "%s" 1 "%s" "%s" "Weft"' % (title.upper(), date, version), ".SH NAME",
        text(title) + " \\- " + text(command.get("abstract", "").rstrip(".")), ".SH SYNOPSIS",
        "\\fB%s\\fR" % text(call) + (" [\\fIoptions\\fR]" if others else "")
        + "".join(" " + (names(a) if not a.get("isOptional") else "[" + names(a) + "]") for a in places)
        + (" \\fIcommand\\fR" if command.get("subcommands") else ""),
    ]
    if command.get("discussion"):
        out += [".SH DESCRIPTION"] + paragraphs(command["discussion"])
    if places or others:
        out.append(".SH OPTIONS")
        for argument in places + others:
            out += [".TP", names(argument), text(argument.get("abstract", ""))]
    if command.get("subcommands"):
        out.append(".SH COMMANDS")
        for one in command["subcommands"]:
            if one.get("shouldDisplay", True) and one["commandName"] != "help":
                out += [".TP", "\\fB%s\\fR" % text(one["commandName"]), text(one.get("abstract", ""))]
    out += [".SH SEE ALSO"] + [further]
    return "\n".join(out) + "\n"


def main():
    folder, version, date = sys.argv[1:4]
    root = json.load(sys.stdin)["command"]
    commands = [c for c in root["subcommands"] if c.get("shouldDisplay", True) and c["commandName"] != "help"]
    os.makedirs(folder, exist_ok=True)
    with open(os.path.join(folder, "weft.1"), "w") as file:
        file.write(page(root, "weft", version, date, "Pages of commands are called weft\\-command, as in \\fBweft\\-silos\\fR(1)."))
    for command in commands:
        title = "weft-" + command["commandName"]
        # The program that serves is called weft-serve as well.
        with open(os.path.join(folder, title + ".1"), "w") as file:
            file.write(page(command, title, version, date, "\\fBweft\\fR(1)"))


main()
