/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-group-register.h"
#include "aj-meeting-report.h"
#include "aj-services.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The reports there are, each in a window of its own (see AjDocumentWindow). @id is of the record that it is about. */

/* All that is held on a person (see AjPersonReport), for who asks for it. */
void aj_report_window_show_person (GtkWindow *parent, AjServices *services, const char *id);
void aj_report_window_show_meeting (GtkWindow *parent,
                                    AjServices *services,
                                    const char *id,
                                    AjMeetingReport report);
void aj_report_window_show_group (GtkWindow *parent,
                                  AjServices *services,
                                  const char *id,
                                  AjGroupRegister what);
/* What the network knows (see aj-knowledge-base.h). */
void aj_report_window_show_knowledge (GtkWindow *parent, AjServices *services);
/* Where interventions run, or what is known of one (see aj-rollout-report.h); @intervention is nullable. */
void
aj_report_window_show_rollouts (GtkWindow *parent, AjServices *services, const char *intervention);
/* Which municipalities can do it themselves, of all interventions (see aj-trainer-cover.h). */
void aj_report_window_show_trainers (GtkWindow *parent, AjServices *services);
/* What is taken along to hand a thing over (see aj-handover-slips.h), of a loan or of a tour; the other is NULL. */
void aj_report_window_show_slips (GtkWindow *parent,
                                  AjServices *services,
                                  const char *loan,
                                  const char *tour);

G_END_DECLS
