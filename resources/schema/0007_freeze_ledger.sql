-- SPDX-License-Identifier: GPL-3.0-or-later
-- compatible_from: 7
--
-- Freeze windows have a ledger: they are kept as a checklist of the ulid "freezes", an item a window.
-- Those from before have no entry that says who set them; a window that nobody set decides nothing, so
-- they are set anew by who needs them.
DROP TABLE freeze_window;
