// SPDX-License-Identifier: GPL-3.0-or-later
// Changing a template at work. What is taken out is named nowhere any more, and items stand in the order
// of the sections, those that are part of another behind it. Ids never change: they are the same in all
// versions and languages.
#pragma once

#include "release/values.h"

namespace release {

/// One more section, last; answers its id.
QString addSection(Template& plan, const QString& title);
/// With its items. A sign-off that covered nothing else covers everything then.
void removeSection(Template& plan, const QString& id);
/// \param by -1: up, 1: down; at the end of the list nothing happens
void moveSection(Template& plan, const QString& id, int by);

/// A new item, last in its section; or another plan for the item of that id. One that comes to another
/// section stands last there, with those that are part of it.
void putItem(Template& plan, const ItemPlan& item);
/// What was part of it is part of what it was part of. A sign-off that covered nothing else covers
/// everything then.
void removeItem(Template& plan, const ItemId& id);
/// Among those beside it; from the end of its section into the next one.
/// \param by -1: up, 1: down
void moveItem(Template& plan, const ItemId& id, int by);

/// A new rule, last; or another one of that id.
void putRule(Template& plan, const SignOffRule& rule);
void removeRule(Template& plan, const QString& id);

} // namespace release
