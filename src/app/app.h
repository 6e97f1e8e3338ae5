// SPDX-License-Identifier: GPL-3.0-or-later
// app: where everything is built and wired. Two programs stand on it: `relevo` (with panels) and
// `relevoctl` (without Widgets).
//
//   config_keys.h     what can be configured, and by which variable
//   control/data_folder.h     where the data is, and the control socket's place in it
//   service.h         log, store, desk and gateway, started and stopped in order
//   own_figures.h     what its own metrics said of late, for whoever judges a release
//   ai_wiring.h       AI as settings, environment and keychain say, brought to the desk
//   commands/command.h         the command line as a table;  commands_*.cpp its commands
//   control/control_server.h  commands from outside while a program runs;  control/control_client.h the other end
//   desktop/desktop.h         the window on top of a service; linked by `relevo` alone
//   unix_signals.h    SIGTERM and SIGINT mean Quit
//
// A command runs on a thread of its own and waits for the desk like any other caller, so it is the
// same code whether it runs inside relevoctl or inside the program whose window is open.
#pragma once
