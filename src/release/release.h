// SPDX-License-Identifier: GPL-3.0-or-later
// release: checklists that lead to a decision. Pure: values in, values out; time, persons, keys and salts
// come in as arguments; any thread. It knows base only, and links libsodium and cmark-gfm.
//
//   values.h            template, release, section, item, evidence, waiver, sign-off, canary, rollback
//   outline.h           who waits for whom; cycles are named
//   changes.h           the states of an item and who may change them (duties.h: which roles may what)
//   planning.h          changing what is asked for
//   deeds/              what a person does: the release afterwards, and what the ledger says of it
//   states.h            what a state, a waiver and evidence are worth at a time
//   schedule.h          critical path, earliest date, what is late
//   signing.h, gate.h   who may sign; go or no-go with every reason and what would turn it; overrides
//   ledger/             the chain of all that was said (ledger.h), what is written in it (attest.h), and
//                       what of it was changed or cut (ledger_check.h, attested.h); another chain
//                       says who set and took away freeze windows (freezes.h); texts are taken back by erasing.h
//   rollout/            canary, watched figures, rollback, what to look at afterwards
//   compare/            releases, versions of a template, strategies
//   template_loader.h   resources/releases/*.json;  report/  a release as a Markdown document
//   editing/            a template at work: what is changed in it, and what is wrong with it
//   import/             a release out of a Markdown file, corrected before it is saved
//   record/             releases as the store keeps them
//
// Example: a person says that an item is done, the ledger keeps it, and the gate is asked.
//
//   const auto outline = Outline::of(release);
//   auto after = changed(*outline, release, {Step::Finish, id, {}, {}}, actor, now);
//   if (!after) …                                    // after.error() says why not
//   auto said = attestItem(before, *after, actor, after->changedAt, salt);
//   entries.push_back(ledger.append(head, said.entry));
//   const Gate gate = gateOf(outline, release, {now, freezes, LedgerWord::Sound});
#pragma once

#include "release/changes.h"
#include "release/gate.h"
#include "release/ledger/attest.h"
#include "release/values.h"
