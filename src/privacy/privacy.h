// SPDX-License-Identifier: GPL-3.0-or-later
// privacy: finds personal data and secrets in Spanish and English text, and masks them. It stands at
// every exit of the program (log, AI, export, clipboard, notification, public ticket, transcript).
// Pure: values in, values out; no object, thread, clock, file or socket. It knows base only, and
// links RE2 and libphonenumber. Any thread, at any time: the tables are immutable, and what a search
// remembers lives as long as the call.
//
//   values.h      Kind, Entity, Context; Considered: what the tester shows
//   find.h        find(), mask(), explain(), mayHold()
//   pseudonyms.h  Pseudonyms: stable names for what was masked; Restorer: back again, in pieces too
//   stream_masker.h  the same for a text of any length, in pieces
//   text/         the text made ready: Normalised, Words (what stands near), context_words.cpp
//   kinds/        a spotter a family of kinds; checks.h the check digits; judge.cpp the one rule
//
//   privacy::mask(u"mi dni es 30.123.456, mail ana@example.com")
//       ->  "mi dni es [DNI-1], mail [EMAIL-1]"
//
// How it decides. The text is normalised to one byte a character (offsets map back). Spotters hand
// over candidates with their evidence; judge() alone decides: a right check digit masks by itself
// where chance passes one number in a hundred at most, otherwise it also needs the issuer's range,
// the kind's own punctuation or a context word; the right shape beside a context word (five words
// before, three after) masks as unsure. A word that makes it a number of the product (order, ticket,
// version, price) always wins. Of what overlaps the longest stands, then the surer, then the one
// nearer to its word, then the more specific, as Kind is ordered.
//
// Decisions worth knowing: web addresses stay but for their credentials and tokens; a number in one
// needs its parameter's name. Free and shared-rate lines, loopback addresses and netmasks name nobody
// and stay. libphonenumber is asked about candidates only, in at most three likely regions, and at
// most 96 times and once more for every 64 characters in a call; beyond that a phone's shape masks as unsure.
// Masking twice is masking once: find() searches again what the masked text would be until nothing
// new is there.
#pragma once

#include "privacy/find.h"
#include "privacy/pseudonyms.h"
#include "privacy/stream_masker.h"
#include "privacy/values.h"
