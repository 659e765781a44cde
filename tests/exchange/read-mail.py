#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""read-mail.py FILE: what python's own email module understands of a mail, as JSON:
{ headers: [names], from, reply-to, to, bcc: [{ name, mail }], subject, unsent, defects,
parts: [{ type, method, charset, encoding, disposition, file, base64 }] }."""
import base64
import email
import email.policy
import json
import sys


def mailboxes(header):
    return [{"name": one.display_name, "mail": one.addr_spec} for one in header.addresses] if header is not None else []


def part(one):
    return {
        "type": one.get_content_type(),
        "method": one.get_param("method", ""),
        "charset": one.get_content_charset(""),
        "encoding": str(one["Content-Transfer-Encoding"]),
        "disposition": one.get_content_disposition() or "",
        "file": one.get_filename(""),
        "base64": base64.b64encode(one.get_payload(decode=True)).decode(),
    }


def main():
    with open(sys.argv[1], "rb") as file:
        mail = email.message_from_binary_file(file, policy=email.policy.default)
    parts = [one for one in mail.walk() if not one.is_multipart()]
    print(json.dumps({
        "headers": mail.keys(),
        "from": mailboxes(mail["From"]),
        "reply-to": mailboxes(mail["Reply-To"]),
        "to": mailboxes(mail["To"]),
        "bcc": mailboxes(mail["Bcc"]),
        "subject": str(mail["Subject"]),
        "unsent": str(mail["X-Unsent"]),
        "type": mail.get_content_type(),
        "defects": [str(defect) for one in mail.walk() for defect in one.defects],
        "parts": [part(one) for one in parts],
    }))


main()
