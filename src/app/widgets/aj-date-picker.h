/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "aj-date.h"

G_BEGIN_DECLS

#define AJ_TYPE_DATE_PICKER (aj_date_picker_get_type ())

/**
 * AjDatePicker:
 *
 * A month to pick a day from: weeks begin on Monday and show their ISO number, whatever the locale (GtkCalendar
 * follows the locale, and many here have an English one). By keyboard: arrows by day and week, Page Up and Page Down
 * by month, Home and End within the week, Enter picks.
 *
 * Signal: "picked".
 */
G_DECLARE_FINAL_TYPE (AjDatePicker, aj_date_picker, AJ, DATE_PICKER, GtkWidget)

AjDatePicker *aj_date_picker_new (void);
AjDate aj_date_picker_get_date (AjDatePicker *self);
/* The day that is picked (AJ_DATE_NONE: none yet) and the present day, which is marked. */
void aj_date_picker_set_dates (AjDatePicker *self, AjDate date, AjDate today);

G_END_DECLS
