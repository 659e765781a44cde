/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aj-edition-facts.h"
#include "aj-form.h"
#include "aj-network-settings.h"

G_BEGIN_DECLS

/* All that the forms of an edition of the action day are filled in with, as the store had it at one moment. Never changes once it
 * is read. */
typedef struct _AjFormBook AjFormBook;

/* @edition_id is that of an edition. Waits. */
AjFormBook *aj_form_book_load (AjStore *store, const char *edition_id, GError **error);
void aj_form_book_load_async (AjStore *store,
                              const char *edition_id,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data);
AjFormBook *aj_form_book_load_finish (AjStore *store, GAsyncResult *result, GError **error);
void aj_form_book_free (AjFormBook *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AjFormBook, aj_form_book_free)

AjEditionFacts *aj_form_book_get_facts (AjFormBook *self);
/* What is to be asked on @today: after the last day, how it was. */
AjFormPurpose aj_form_book_get_purpose (AjFormBook *self, AjDate today);
/* (transfer container) (element-type utf8): the ids of the municipalities that are asked: to register, those that take part, but
 * for who declined and who need not be asked; to look back, those where there was something, until they have told of all of it how it was. */
GPtrArray *aj_form_book_list (AjFormBook *self, AjFormPurpose purpose);

typedef struct
{
  AjFormPurpose purpose;
  const char *municipality; /* its id, one that exists on the first day */
  const char *
      organisation; /* (nullable): the id of the one that is asked instead, about what it does there */
  AjOrganiser organiser; /* to whom it goes back */
  AjDate today;
} AjFormRequest;

/* (transfer full): the form, filled in with what is registered, and with what was done last time and is not registered yet, also
 * by a municipality that went into this one. NULL when there is no such municipality. */
AjForm *aj_form_book_make (AjFormBook *self, const AjFormRequest *request);

G_END_DECLS
