/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-knowledge-page.h"

#include <glib/gi18n-lib.h>

#include "aj-paper-note.h"
#include "aj-paper.h"
#include "aj-report-window.h"

#define FIELDS(...) ((const char *const[]){ __VA_ARGS__, NULL })

struct _AjKnowledgePage
{
  AjRecordsPage parent_instance;
};

G_DEFINE_FINAL_TYPE (AjKnowledgePage, aj_knowledge_page, AJ_TYPE_RECORDS_PAGE)

static char *
count_papers (guint count)
{
  return g_strdup_printf (ngettext ("%'u document", "%'u documents", count), count);
}

static const AjRecordFormGroup paper_groups[] = {
  { NULL, FIELDS ("name", "kind", "theme", "target-group", "link") },
  { N_ ("Discussed"), FIELDS ("meeting", "agenda-item") },
  { NULL, FIELDS ("knowledge", "summary") },
};

static const AjRecordRelation paper_relations[] = {
  { NULL },
};

static const AjRecordVerb paper_list_verbs[] = {
  { N_ ("_Import…"), "records.import" },
  { N_ ("_Export…"), "records.export" },
  { N_ ("_Print or Save…"), "knowledge.print" },
  { NULL },
};

static const AjRecordKind kinds[] = {
  { &aj_paper_record_type, "emblem-documents-symbolic", N_ ("New Document"), N_ ("New document"),
    N_ ("Remove document"), N_ ("No Documents Yet"),
    N_ ("What the network knows: reports, guides and examples, as a link or a file."),
    N_ ("Choose a document to see it here."), count_papers, paper_groups,
    G_N_ELEMENTS (paper_groups), 3, paper_relations, paper_list_verbs,
    .make_note = aj_paper_note_new, .page_title = N_ ("Knowledge Base") },
};

static const AjRecordKind *
get_kinds (guint *n_kinds)
{
  *n_kinds = G_N_ELEMENTS (kinds);
  return kinds;
}

static void
print_activated_cb (GtkWidget *widget, const char *name, GVariant *target)
{
  aj_report_window_show_knowledge (GTK_WINDOW (gtk_widget_get_root (widget)),
                                   aj_page_get_services (AJ_PAGE (widget)));
}

static void
aj_knowledge_page_constructed (GObject *object)
{
  G_OBJECT_CLASS (aj_knowledge_page_parent_class)->constructed (object);

  aj_records_page_begin (AJ_RECORDS_PAGE (object));
}

static void
aj_knowledge_page_class_init (AjKnowledgePageClass *klass)
{
  G_OBJECT_CLASS (klass)->constructed = aj_knowledge_page_constructed;
  AJ_RECORDS_PAGE_CLASS (klass)->get_kinds = get_kinds;
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "knowledge.print", NULL,
                                   print_activated_cb);
}

static void
aj_knowledge_page_init (AjKnowledgePage *self)
{
}
