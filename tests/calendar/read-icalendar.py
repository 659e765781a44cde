#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""read-icalendar.py FILE: what python3-icalendar understands of a calendar, as JSON (see aj-facts.h)."""
import json
import re
import sys

import icalendar.parser
import icalendar.prop
from icalendar import Calendar


def unescape(value):
    value = value.decode() if isinstance(value, bytes) else value
    return re.sub(r"\\([\\;,nN])", lambda found: "\n" if found[1] in "nN" else found[1], value)


def mend_for(data):
    """Everything is the reading of the library alone, unless the calendar holds one of the two things that version 4 is
    known to read wrongly (collective/icalendar, parser.py): it takes escapes away twice, so that an escaped backslash and
    an n become a line break, and it takes "%2C" for a comma. Newer versions read both well."""
    unfolded = data.replace(b"\r\n ", b"")
    if re.search(rb"\\\\|%2C|%3A|%3B|%5C", unfolded):
        icalendar.parser.escape_string = icalendar.parser.unescape_string = lambda value: value
        icalendar.parser.unescape_char = icalendar.prop.unescape_char = unescape


def text(component, name):
    return str(component[name]) if name in component else ""


def categories(component):
    return [str(category) for category in component["CATEGORIES"].cats] if "CATEGORIES" in component else []


def attendees(component):
    """Nobody is named in what is published."""
    found = component.get("ATTENDEE", [])
    return [{
        "mail": str(one),
        "name": str(one.params.get("CN", "")),
        "answer": str(one.params.get("PARTSTAT", "")),
        "asked": str(one.params.get("RSVP", "")),
    } for one in (found if isinstance(found, list) else [found])]


def moment(component, name):
    """Of a day, the day; of what is not there, nothing."""
    if name not in component:
        return ""
    found = component.decoded(name)
    return int(found.timestamp()) if hasattr(found, "timestamp") else found.isoformat()


def event(component, invites):
    organizer = component.get("ORGANIZER")
    return ({"attendees": attendees(component)} if invites else {}) | {
        "uid": text(component, "UID"),
        "sequence": int(component["SEQUENCE"]),
        "stamp": int(component.decoded("DTSTAMP").timestamp()),
        "start": moment(component, "DTSTART"),
        "end": moment(component, "DTEND"),
        "summary": text(component, "SUMMARY"),
        "location": text(component, "LOCATION"),
        "description": text(component, "DESCRIPTION"),
        "url": text(component, "URL"),
        "status": text(component, "STATUS"),
        "transparency": text(component, "TRANSP"),
        "busy": text(component, "X-MICROSOFT-CDO-BUSYSTATUS"),
        "categories": categories(component),
        "organiser": str(organizer) if organizer is not None else "",
        "organiser-name": str(organizer.params.get("CN", "")) if organizer is not None else "",
    }


def main():
    with open(sys.argv[1], "rb") as file:
        data = file.read()
    mend_for(data)
    calendar = Calendar.from_ical(data)
    zones = []
    for zone in calendar.walk("VTIMEZONE"):
        zone.to_tz()
        zones.append(str(zone["TZID"]))
    json.dump({
        "method": text(calendar, "METHOD"),
        "name": text(calendar, "X-WR-CALNAME"),
        "zones": sorted(zones),
        "events": [event(component, text(calendar, "METHOD") != "PUBLISH") for component in calendar.walk("VEVENT")],
    }, sys.stdout)


main()
