#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""read-mailboxes.py MANIFEST: what is in each calendar after all that came in, as python's email module and
python3-icalendar read it and RFC 5546 (2.1.5) says. A line of the manifest is a mailbox, an address and a file, in the order
in which they came in. Prints for each mailbox what it holds by UID."""
import email
import email.policy
import json
import sys

from icalendar import Calendar


def read(path, address):
    with open(path, "rb") as file:
        data = file.read()
    if path.endswith(".eml"):
        mail = email.message_from_bytes(data, policy=email.policy.default)
        assert address in [one.addr_spec.lower() for one in mail["To"].addresses], path
        (part,) = [part for part in mail.walk() if part.get_content_type() == "text/calendar"]
        data = part.get_payload(decode=True)
    calendar = Calendar.from_ical(data)
    (event,) = calendar.walk("VEVENT")
    attendees = event["ATTENDEE"] if isinstance(event["ATTENDEE"], list) else [event["ATTENDEE"]]
    assert f"mailto:{address}" in [str(one).lower() for one in attendees], path
    assert event.decoded("DTSTART").tzinfo is not None, path
    return str(calendar["METHOD"]), event


def main():
    mailboxes = {}
    with open(sys.argv[1], encoding="utf-8") as manifest:
        for line in manifest:
            name, address, path = line.rstrip("\n").split("\t")
            method, event = read(path, address)
            known = mailboxes.setdefault(name, {})
            version = (int(event["SEQUENCE"]), event.decoded("DTSTAMP").timestamp())
            uid = str(event["UID"])
            if uid in known and known[uid]["version"] >= version:
                continue
            known[uid] = {
                "version": version,
                "held": method == "REQUEST",
                "start": int(event.decoded("DTSTART").timestamp()),
                "end": int(event.decoded("DTEND").timestamp()),
                "place": str(event.get("LOCATION", "")),
                "status": str(event["STATUS"]),
            }
    json.dump({name: {uid: one for uid, one in known.items() if one["held"]} for name, known in mailboxes.items()},
              sys.stdout)


main()
