// SPDX-License-Identifier: GPL-3.0-or-later
// nlu: what a message wants and what trouble it tells, learnt from examples: two linear models over
// word and character n-grams. It knows base and engine. The arrows of DESIGN.md drew the two side by
// side; nlu stands above engine, because it speaks in the words of the flow (IntentCandidate of
// engine/values.h, normalise() of engine/words): base <- engine <- nlu <- desk. The engine knows
// nothing of nlu and takes what was understood as a fact. No thread, no file of its own; every
// function is reentrant but train(), of which one may run at a time in a process (liblinear draws
// from the C library's rand()).
//
//   examples.h    labelled phrases and the files that hold them
//   trainer.h     examples in, a Model out, with its figures on a held-back part
//   model.h       the Model: classify(), serialise(); immutable, shared by threads
//   problems.h    the Model of the catalogue's problems: its phrases, and what it hears
//   language.h    Spanish or English, for short texts
//   evaluation.h  accuracy, macro-F1, out-of-scope recall, cross-validation, times
//   features.h, clauses.h, linear.h, calibration.h   what the above are made of
//
//   auto examples = nlu::readLabelled(bytes);
//   auto trained = nlu::train(*examples, {});
//   auto understood = trained->model->classify(u"hola, no prende la notebook");
//   understood.candidates.first()  ->  {"technical_problem", 0.93}
//   nlu::problemsIn(*problemModel, u"parece una tortuga").first()  ->  {"slow", 0.81}
#pragma once

#include "nlu/evaluation.h"
#include "nlu/examples.h"
#include "nlu/language.h"
#include "nlu/model.h"
#include "nlu/problems.h"
#include "nlu/trainer.h"
