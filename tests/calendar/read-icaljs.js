#!/usr/bin/env node
// SPDX-License-Identifier: GPL-3.0-or-later
// read-icaljs.js FILE: what ical.js (Thunderbird's reader) understands of a calendar, as JSON (see aj-facts.h).
'use strict';

const fs = require ('fs');
const loaded = require ('ical.js');
const ICAL = loaded.default || loaded;

// TextDecoder would drop a byte order mark in silence.
const text = fs.readFileSync (process.argv[2]).toString ('utf8');
const calendar = new ICAL.Component (ICAL.parse (text));

for (const zone of calendar.getAllSubcomponents ('vtimezone'))
  ICAL.TimezoneService.register (zone);

function value (component, name) {
  const found = component.getFirstPropertyValue (name);
  return found === null ? '' : String (found);
}

// Of a day, the day; of what is not there, nothing.
function moment (component, name) {
  const found = component.getFirstPropertyValue (name);
  if (found === null)
    return '';
  return found.isDate ? String (found) : found.toUnixTime ();
}

// Nobody is named in what is published.
function attendees (component) {
  return component.getAllProperties ('attendee').map (one => ({
    'mail': one.getFirstValue (),
    'name': one.getFirstParameter ('cn') || '',
    'answer': one.getFirstParameter ('partstat') || '',
    'asked': one.getFirstParameter ('rsvp') || '',
  }));
}

function event (component) {
  const categories = component.getFirstProperty ('categories');
  const organizer = component.getFirstProperty ('organizer');
  return {
    ...(value (calendar, 'method') === 'PUBLISH' ? {} : { 'attendees': attendees (component) }),
    'uid': value (component, 'uid'),
    'sequence': component.getFirstPropertyValue ('sequence'),
    'stamp': moment (component, 'dtstamp'),
    'start': moment (component, 'dtstart'),
    'end': moment (component, 'dtend'),
    'summary': value (component, 'summary'),
    'location': value (component, 'location'),
    'description': value (component, 'description'),
    'url': value (component, 'url'),
    'status': value (component, 'status'),
    'transparency': value (component, 'transp'),
    'busy': value (component, 'x-microsoft-cdo-busystatus'),
    'categories': categories === null ? [] : categories.getValues (),
    'organiser': organizer === null ? '' : organizer.getFirstValue (),
    'organiser-name': organizer === null ? '' : organizer.getFirstParameter ('cn') || '',
  };
}

process.stdout.write (JSON.stringify ({
  'method': value (calendar, 'method'),
  'name': value (calendar, 'x-wr-calname'),
  'zones': calendar.getAllSubcomponents ('vtimezone').map (zone => value (zone, 'tzid')).sort (),
  'events': calendar.getAllSubcomponents ('vevent').map (event),
}));
