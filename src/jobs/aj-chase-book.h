/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-chase.h"
#include "aj-edition-facts.h"
#include "aj-mail-texts.h"

G_BEGIN_DECLS

/* Who is to be asked for an edition of the action day, and to whom the mail goes: all that the store had on it at one moment,
 * with the texts of the mails. */
typedef struct _AjChaseBook AjChaseBook;

/* Somebody, or something, with an address. Borrowed from the book. */
typedef struct
{
  const AjValues *person; /* (nullable): NULL for the mailbox of an organisation */
  const char *name;
  const char *mail;
} AjChaseContact;

/* A municipality that has not answered. Borrowed from the book, but for what is said to be owned. */
typedef struct
{
  const AjCoverageLine *line;
  AjChaseRound round; /* what it is sent next */
  AjDate asked_on;    /* AJ_DATE_NONE: never */
  AjDate due_on;      /* when it is to be asked again; AJ_DATE_NONE: at once */
  GArray *
      to; /* (owned) (element-type AjChaseContact): of a last call the lead; empty when nobody has an address */
  GArray *contacts;     /* (owned) (element-type AjChaseContact): its own, the first one first */
  const AjValues *lead; /* (nullable): of a last call: who leads its district */
  char *remark;         /* (owned) (nullable): what stands in the way, and how it is mended */
} AjChaseItem;

/* @edition_id is that of an edition. Waits. */
AjChaseBook *aj_chase_book_load (AjStore *store, const char *edition_id, GError **error);
void aj_chase_book_load_async (AjStore *store,
                               const char *edition_id,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data);
AjChaseBook *aj_chase_book_load_finish (AjStore *store, GAsyncResult *result, GError **error);
void aj_chase_book_free (AjChaseBook *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AjChaseBook, aj_chase_book_free)

/* Whether something changed that it tells. */
gboolean aj_chase_book_is_concerned (AjChaseBook *self, AjChanges *changes);

AjEditionFacts *aj_chase_book_get_facts (AjChaseBook *self);
AjMailTexts *aj_chase_book_get_texts (AjChaseBook *self);
/* (element-type utf8) (nullable): some of what a municipality did at the edition before, and how much there was in all. */
GPtrArray *aj_chase_book_get_last_time (AjChaseBook *self, const char *municipality, guint *n);

/* (transfer full) (element-type AjChaseItem): who is to be asked on @today, as aj_chase_list() says. */
GPtrArray *aj_chase_book_list (AjChaseBook *self, AjDate today, gboolean all);
/* (transfer full) (nullable): of one municipality, whether it is to be asked today or later; NULL when nothing is asked of it. */
AjChaseItem *aj_chase_book_make_item (AjChaseBook *self, const char *municipality, AjDate today);
/* (transfer full) (nullable): of one municipality, to ask it once the day is over how it was; NULL when it did nothing, or has
 * told of all it did. */
AjChaseItem *
aj_chase_book_make_look_back (AjChaseBook *self, const char *municipality, AjDate today);
void aj_chase_item_free (AjChaseItem *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AjChaseItem, aj_chase_item_free)
/* (transfer full): to whom the mail goes: "Anna de Vries and Bert Smit"; "" for nobody. */
char *aj_chase_item_describe_to (const AjChaseItem *self);

G_END_DECLS
