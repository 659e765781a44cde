/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-record.h"

G_BEGIN_DECLS

/* A “document”: a paper of an agenda item, or an item of the knowledge base, or both: a link, or a file beside the data.
 * (What the room report calls a document is one that it draws.) */
#define AJ_TYPE_PAPER (aj_paper_get_type ())
AJ_DECLARE_RECORD (AjPaper, aj_paper, PAPER)

/* Whether its link is one that may be followed: to a page of the web, and not to something on this computer or a script. */
gboolean aj_paper_has_web_link (const AjValues *paper);

G_END_DECLS
