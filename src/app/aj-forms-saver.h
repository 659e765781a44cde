/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "aj-chase-outbox.h"
#include "aj-services.h"

G_BEGIN_DECLS

/* Writes the forms of an edition (its id) for all who are asked, and a mail with its form attached to each that has not answered
 * yet, or once the day is over to each that was active, into a folder that is asked for. Then it asks whether the mails are out,
 * and notes it when they are; until then @outbox knows of them. @from is where the person is. */
void aj_forms_saver_save (GtkWidget *from,
                          AjServices *services,
                          AjChaseOutbox *outbox,
                          const char *edition);
/* The same into @folder. */
void aj_forms_saver_write (GtkWidget *from,
                           AjServices *services,
                           AjChaseOutbox *outbox,
                           const char *edition,
                           const char *folder);

G_END_DECLS
