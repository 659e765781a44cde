/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "aj-answers.h"

G_BEGIN_DECLS

#define AJ_TYPE_ANSWER_LINE (aj_answer_line_get_type ())

/**
 * AjAnswerLine:
 *
 * One answer in the preview: who, what, to which meeting and why it has its verdict; whether it is stored, and what only a
 * person can choose.
 */
G_DECLARE_FINAL_TYPE (AjAnswerLine, aj_answer_line, AJ, ANSWER_LINE, AdwPreferencesRow)

GtkWidget *aj_answer_line_new (AjAnswers *answers, AjAnswerRow *row);

G_END_DECLS
