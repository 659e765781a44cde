/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-timeline-saver.h"

#include <glib/gi18n.h>

#include "aj-document.h"
#include "aj-feedback.h"
#include "aj-file-saver.h"
#include "aj-page-printer.h"
#include "aj-rollout-pictures.h"
#include "aj-text.h"
#include "aj-timeline-drawing.h"

/* What was asked for, until it was read. */
typedef struct
{
  GtkWidget *from;      /* (nullable): weak */
  AjServices *services; /* (owned) */
  const AjRecordType *type;
  AjDateRange days;
  gboolean prints;
} Asking;

static void
asking_free (Asking *self)
{
  g_clear_weak_pointer (&self->from);
  g_object_unref (self->services);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Asking, asking_free)

static void
save_async (AjStore *store,
            gconstpointer what,
            const char *path,
            GCancellable *cancellable,
            GAsyncReadyCallback callback,
            gpointer user_data)
{
  g_autofree char *language = aj_document_guess_language ();

  aj_timeline_drawing_save_async (what, path, language, cancellable, callback, user_data);
}

static char *
save_finish (
    AjStore *store, gconstpointer what, GAsyncResult *result, const char *name, GError **error)
{
  /* Translators: the name of a file. */
  return aj_timeline_drawing_save_finish (result, error)
             ? g_strdup_printf (_ ("Timeline saved as %s"), name)
             : NULL;
}

static const AjFileSaverKind saver_kind = {
  .title = N_ ("Save Timeline as PDF, PNG or SVG"),
  .kind = AJ_FILE_CHOOSER_PICTURE,
  .doing = N_ ("Saving the timeline…"),
  .save_async = save_async,
  .save_finish = save_finish,
};

static int
get_n_pages (gpointer paper)
{
  return (int) aj_timeline_page_count (paper);
}

static void
paint_page (gpointer paper, int page, cairo_t *cr)
{
  aj_timeline_page_draw_one (cr, paper, (guint) page);
}

static const AjPagePrinterKind printer_kind = {
  .get_n = get_n_pages,
  .paint = paint_page,
  .width = AJ_TIMELINE_PAGE_WIDTH,
  .height = AJ_TIMELINE_PAGE_HEIGHT,
};

GtkPrintOperation *
aj_timeline_saver_make_printing (AjTimelinePaper *paper)
{
  return aj_page_printer_new (&printer_kind, paper, (GDestroyNotify) aj_timeline_paper_free,
                              paper->title);
}

static void
print (Asking *self, AjTimelinePaper *paper)
{
  g_autoptr (GtkPrintOperation) operation = aj_timeline_saver_make_printing (paper);

  aj_page_printer_run (operation, GTK_WINDOW (gtk_widget_get_root (self->from)), self->from);
}

static void
save (Asking *self, AjTimelinePaper *paper)
{
  g_autofree char *base = aj_text_to_file_name (paper->title);
  g_autofree char *name = g_strconcat (base, ".pdf", NULL);

  aj_file_saver_save (self->from, self->services, &saver_kind, name, paper,
                      (GDestroyNotify) aj_timeline_paper_free);
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Asking) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (AjRolloutFacts) facts = aj_rollout_facts_load_finish (AJ_STORE (source), result,
                                                                   &error);
  g_autoptr (AjTimelinePaper) paper = NULL;

  if (self->from == NULL)
    return;
  if (facts == NULL)
    {
      aj_feedback_error (self->from, error);
      return;
    }
  paper = aj_rollout_pictures_make_paper (facts, self->type, self->days,
                                          aj_services_get_today (self->services));
  if (paper->bars->len == 0)
    aj_feedback_say (self->from, _ ("There is nothing to show in time: nothing has a day yet."));
  else if (self->prints)
    print (self, g_steal_pointer (&paper));
  else
    save (self, g_steal_pointer (&paper));
}

static void
ask (GtkWidget *from,
     AjServices *services,
     const AjRecordType *type,
     AjDateRange days,
     gboolean prints)
{
  Asking *self = g_new0 (Asking, 1);

  g_set_weak_pointer (&self->from, from);
  self->services = g_object_ref (services);
  self->type = type;
  self->days = days;
  self->prints = prints;
  aj_rollout_facts_load_async (aj_services_get_store (services), NULL, loaded_cb, self);
}

void
aj_timeline_saver_save (GtkWidget *from,
                        AjServices *services,
                        const AjRecordType *type,
                        AjDateRange days)
{
  ask (from, services, type, days, FALSE);
}

void
aj_timeline_saver_print (GtkWidget *from,
                         AjServices *services,
                         const AjRecordType *type,
                         AjDateRange days)
{
  ask (from, services, type, days, TRUE);
}
