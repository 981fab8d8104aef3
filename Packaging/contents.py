#!/usr/bin/env python3
"""Says what is in a program that Packaging/build made: `contents.py PROGRAM VERSION SBOM LICENCES`.

SBOM is an SPDX 2.3 document: the Swift packages of Package.resolved, Swift's own runtime, the word list, and the shared libraries that
the program asks for, by the Debian packages they come from. LICENCES is the text of every licence of what is in the program itself.
"""
import datetime, glob, hashlib, json, os, re, subprocess, sys

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))


def told(*command):
    return subprocess.run(command, capture_output=True, text=True).stdout.strip()


def read(path):
    with open(path, encoding="utf-8", errors="replace") as file:
        return file.read()


def licence(text):
    """The SPDX name of a licence's text."""
    if "Apache License" in text and "Version 2.0" in text:
        return "Apache-2.0 WITH Swift-exception" if "Runtime Library Exception" in text else "Apache-2.0"
    if "Permission is hereby granted, free of charge" in text:
        return "MIT"
    return "NOASSERTION"


def entry(name, version, where, terms, purl=None, comment=None):
    """One package of the document."""
    one = {
        "SPDXID": "SPDXRef-" + re.sub(r"[^A-Za-z0-9.-]", "-", name), "name": name, "versionInfo": version, "downloadLocation": where,
        "filesAnalyzed": False, "licenseConcluded": "NOASSERTION", "licenseDeclared": terms, "copyrightText": "NOASSERTION",
    }
    if purl:
        one["externalRefs"] = [{"referenceCategory": "PACKAGE-MANAGER", "referenceType": "purl", "referenceLocator": purl}]
    if comment:
        one["comment"] = comment
    return one


def swift_packages(build, modules):
    """Each package that was resolved: its entry, its modules that are in the program, and the texts of its licence."""
    for pin in sorted(json.loads(read(os.path.join(ROOT, "Package.resolved")))["pins"], key=lambda pin: pin["identity"]):
        where, state = pin["location"].removesuffix(".git"), pin["state"]
        folder = os.path.join(build, "checkouts", os.path.basename(where))
        if told("git", "-C", folder, "rev-parse", "HEAD") != state["revision"]:
            sys.exit(f"Package.resolved is not of this build: {pin['identity']} was built from another commit. Run Packaging/build again.")
        texts = [read(path) for kind in ("LICENSE", "NOTICE") for path in sorted(glob.glob(f"{folder}/{kind}*"))]
        targets = set(re.findall(r'[tT]arget\(\s*name:\s*"(\w+)"', read(f"{folder}/Package.swift")))
        targets |= {os.path.basename(path) for path in glob.glob(f"{folder}/Sources/*")} | {os.path.basename(folder).split(".")[0]}
        version = state.get("version", state["revision"])
        purl = f"pkg:swift/{where.removeprefix('https://')}@{version}"
        yield entry(pin["identity"], version, f"git+{where}@{state['revision']}", licence(texts[0]), purl), targets & modules, texts


def shared_libraries(program):
    """The Debian packages that have the libraries a program asks for."""
    wanted = re.findall(r"NEEDED\s+(\S+)", told("objdump", "-p", program))
    paths = dict(re.findall(r"(\S+) => (\S+)", told("ldd", program)))
    owners = set()
    for name in wanted:
        path = paths.get(name) or (glob.glob(f"/lib*/{name}") + [name])[0]
        # Debian names a file by where it was before /usr was merged.
        for one in (path, os.path.realpath(path), os.path.realpath(path).removeprefix("/usr")):
            owner = told("dpkg", "-S", one).split("\n")[0].rpartition(": ")[0]
            if owner:
                owners.add(owner)
                break
        else:
            sys.exit(f"No Debian package has {name}, which the program asks for.")
    for owner in sorted(owners):
        version, machine, source = told("dpkg-query", "-W", "-f", "${Version}\t${Architecture}\t${source:Package}", owner).split("\t")
        name = owner.split(":")[0]
        yield entry(
            name, version, "NOASSERTION", "NOASSERTION", f"pkg:deb/debian/{name}@{version.replace(':', '%3A').replace('+', '%2B')}?arch={machine}",
            f"Not part of the package: Debian's, from the source {source}. Its licence is in /usr/share/doc/{name}/copyright.")


def main():
    program, version, sbom, licences = sys.argv[1:5]
    build = os.path.dirname(os.path.realpath(program))
    while not os.path.isdir(os.path.join(build, "checkouts")):
        if build == "/":
            sys.exit(f"{program} does not lie in a build of Packaging/build, so what is in it is not known.")
        build = os.path.dirname(build)
    modules = set(re.findall(r"/([A-Za-z_0-9]+)\.build/", read(os.path.realpath(program) + ".product/Objects.LinkFileList")))

    commit = told("git", "-C", ROOT, "rev-parse", "HEAD") or "unknown"
    weft = entry("weft", version, "NOASSERTION", "Apache-2.0", comment=f"Built from the commit {commit}.")
    packages, relations, texts = [weft], [("SPDXRef-DOCUMENT", "DESCRIBES", weft["SPDXID"])], []

    toolchain = os.path.dirname(os.path.dirname(os.path.realpath(told("which", "swift"))))
    swift = re.search(r"Swift version (\S+)", told("swift", "--version"))
    terms = os.path.join(toolchain, "share/swift/LICENSE.txt")
    if not os.path.exists(terms):
        sys.exit(f"Swift's own licence is not in {terms}.")
    terms = read(terms)
    runtime = entry(
        "swift-runtime", swift.group(1) if swift else "unknown", "https://www.swift.org/download", licence(terms),
        comment="Swift's standard library and Foundation, linked statically. Foundation brings Unicode's ICU (Unicode-3.0).")
    scowl = re.search(r"^> Copyright 2000-2011 by Kevin Atkinson.*?\n(?!>)", read(os.path.join(ROOT, "Docs/Expertise.md")), re.M | re.S).group(0)
    words = entry("scowl", "2020.12.07", "http://wordlist.aspell.net", "NOASSERTION", comment="The list of British words, by way of Debian's wbritish.")
    inside = [(runtime, [terms]), (words, [scowl.replace("> ", "")])]
    unknown = modules - {os.path.basename(path).replace("-", "_") for path in glob.glob(f"{ROOT}/Sources/*")}
    for one, found, its in swift_packages(build, modules):
        unknown -= found
        if found:
            inside.append((one, its))
        else:
            packages.append(one)
            relations.append((one["SPDXID"], "BUILD_DEPENDENCY_OF", weft["SPDXID"]))
    for one, its in inside:
        packages.append(one)
        relations.append((weft["SPDXID"], "CONTAINS", one["SPDXID"]))
        texts += [(one["name"], text.strip()) for text in its]
    if unknown:
        sys.exit(f"Package.resolved does not say where {', '.join(sorted(unknown))} in the program come from. Run Packaging/build again.")
    for one in shared_libraries(program):
        packages.append(one)
        relations.append((weft["SPDXID"], "DYNAMIC_LINK", one["SPDXID"]))

    day = datetime.datetime.fromtimestamp(int(os.environ.get("SOURCE_DATE_EPOCH", "0")), datetime.timezone.utc)
    what = hashlib.sha256(json.dumps(packages, sort_keys=True).encode()).hexdigest()[:16]
    document = {
        "spdxVersion": "SPDX-2.3", "dataLicense": "CC0-1.0", "SPDXID": "SPDXRef-DOCUMENT", "name": f"weft-{version}",
        "documentNamespace": f"https://weft.example.org/sbom/weft-{version}-{what}",
        "creationInfo": {"created": day.strftime("%Y-%m-%dT%H:%M:%SZ"), "creators": ["Organization: The authors of Weft", "Tool: Packaging/contents.py"]},
        "packages": packages,
        "relationships": [{"spdxElementId": a, "relationshipType": kind, "relatedSpdxElement": b} for a, kind, b in relations],
    }
    with open(sbom, "w", encoding="utf-8") as file:
        json.dump(document, file, indent=1, ensure_ascii=False)
        file.write("\n")

    # A text that several share stands once.
    shared = {}
    for name, text in texts:
        shared.setdefault(text, []).append(name)
    with open(licences, "w", encoding="utf-8") as file:
        file.write(
            "What is in weft besides its own files, and under which licences. Libraries of the system it runs on come with theirs.\n"
            "Swift's Foundation holds Unicode data: Copyright 1991 Unicode, Inc., https://www.unicode.org/license.txt\n")
        for text, names in shared.items():
            file.write(f"\n{'=' * 100}\n{', '.join(sorted(set(names)))}\n{'=' * 100}\n\n{text}\n")


main()
