/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-chase-mail.h"

G_BEGIN_DECLS

#define AJ_TYPE_CHASE_OUTBOX (aj_chase_outbox_get_type ())

/**
 * AjChaseOutbox:
 *
 * The municipalities to which a draft was really made, and of which nobody said yet that it is out. So just those are noted as
 * asked. Kept for as long as the program runs.
 *
 * Signal "changed": when there is another, and when some were noted.
 */
G_DECLARE_FINAL_TYPE (AjChaseOutbox, aj_chase_outbox, AJ, CHASE_OUTBOX, GObject)

AjChaseOutbox *aj_chase_outbox_new (void);

/* That a mail was written about an edition (its id), once it really was. Who was asked already is asked anew. */
void aj_chase_outbox_add (AjChaseOutbox *self, const char *edition, const AjChaseMail *mail);
/* Whether a municipality (its id) is to be noted. */
gboolean aj_chase_outbox_has (AjChaseOutbox *self, const char *edition, const char *municipality);
/* (transfer full) (nullable): that those of @municipalities (element-type utf8: a set of ids) were asked on @today; NULL when
 * none is there, or when others are being noted. To be committed at once, and followed by aj_chase_outbox_settle(). */
AjEdit *aj_chase_outbox_note (AjChaseOutbox *self,
                              AjEditionFacts *facts,
                              GHashTable *municipalities,
                              AjStore *store,
                              AjDate today,
                              const char *author);
/* Whether an edit of aj_chase_outbox_note() is on its way. */
gboolean aj_chase_outbox_is_noting (AjChaseOutbox *self);
/* How that ended: what was noted goes, or is there still. */
void aj_chase_outbox_settle (AjChaseOutbox *self, gboolean is_noted);

G_END_DECLS
