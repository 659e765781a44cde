/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "aj-services.h"

G_BEGIN_DECLS

#define AJ_TYPE_PAGE (aj_page_get_type ())

/**
 * AjPage:
 *
 * All that the window knows of a feature. A page is made with its services when it is first shown, is
 * told when it comes to the front and leaves it, and can be asked to show one record. It brings its own
 * header bars; while "folded" is TRUE the sidebar is hidden behind it, and the page shows a button for
 * the action "win.show-sidebar".
 *
 * Properties: "services" (construct-only), "folded".
 */
G_DECLARE_DERIVABLE_TYPE (AjPage, aj_page, AJ, PAGE, AdwBin)

struct _AjPageClass
{
  AdwBinClass parent_class;

  /* Came to the front. May be NULL. */
  void (*activated) (AjPage *self);
  /* Left it: what was under way for it has been cancelled already. May be NULL. */
  void (*deactivated) (AjPage *self);
  /* Shows the record with @id of @type; FALSE when this page has no place for such. May be NULL. */
  gboolean (*show_record) (AjPage *self, const AjRecordType *type, const char *id);
  /* Points out a part of the record that was shown just now, as a decision of its meeting. May be NULL. */
  void (*show_part) (AjPage *self, const AjValues *part);
  /* One step back inside the page (from the detail to the list); FALSE when there is none. May be NULL. */
  gboolean (*go_back) (AjPage *self);
  /* Puts the cursor in the page's search field; FALSE when it has none. May be NULL. */
  gboolean (*search) (AjPage *self);
  /* What the rows of a table are that is dropped on the page. May be NULL, for a page without such a list. */
  const AjRecordType *(*get_import_type) (AjPage *self);
};

AjServices *aj_page_get_services (AjPage *self);
/* Short for the services' store. */
AjStore *aj_page_get_store (AjPage *self);
/* Cancelled when the page leaves the front; a new one each time it comes back. */
GCancellable *aj_page_get_cancellable (AjPage *self);

/* A key ("<Control>n") for an action of the page, wherever in the window the cursor is, while the page is in front. @target
 * (nullable) is the action's parameter; a floating one is taken. For the init of a page. */
void aj_page_add_shortcut (AjPage *self, const char *key, const char *action, GVariant *target);
/* The same for a key that lists keep for themselves: the page has it first. */
void
aj_page_add_early_shortcut (AjPage *self, const char *key, const char *action, GVariant *target);

void aj_page_activate (AjPage *self);
void aj_page_deactivate (AjPage *self);
gboolean aj_page_show_record (AjPage *self, const AjRecordType *type, const char *id);
void aj_page_show_part (AjPage *self, const AjValues *part);
gboolean aj_page_go_back (AjPage *self);
gboolean aj_page_search (AjPage *self);
/* Whether it has a search field at all. */
gboolean aj_page_can_search (AjPage *self);
/* (nullable) */
const AjRecordType *aj_page_get_import_type (AjPage *self);

/* One line of the table of pages: the sidebar, the keys Alt+1, Alt+2 … and the window follow from it. */
typedef struct
{
  const char *name;
  const char *title; /* shown, translated */
  const char *icon_name;
  GType (*get_type) (void);
} AjPageInfo;

/* In the order of the sidebar. */
const AjPageInfo *aj_page_table_get (guint *n_pages);
/* (transfer floating): how the sidebar shows it. */
GtkWidget *aj_page_info_new_row (const AjPageInfo *info);

G_END_DECLS
