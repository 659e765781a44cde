/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-report-window.h"

#include <glib/gi18n-lib.h>

#include "aj-document-window.h"
#include "aj-handover-slips.h"
#include "aj-knowledge-base.h"
#include "aj-person-report.h"
#include "aj-rollout-report.h"
#include "aj-trainer-cover.h"

/* Which record, and which of the reports on it. */
typedef struct
{
  char *id; /* (owned) */
  int report;
} What;

static What *
what_new (const char *id, int report)
{
  What *what = g_new0 (What, 1);

  what->id = g_strdup (id);
  what->report = report;
  return what;
}

static void
what_free (gpointer data)
{
  What *what = data;

  g_free (what->id);
  g_free (what);
}

static void
load_person_async (AjServices *services,
                   gconstpointer data,
                   GCancellable *cancellable,
                   GAsyncReadyCallback callback,
                   gpointer user_data)
{
  const What *what = data;

  aj_person_report_load_async (aj_services_get_store (services), what->id, cancellable, callback,
                               user_data);
}

static AjDocument *
load_person_finish (AjServices *services, gconstpointer data, GAsyncResult *result, GError **error)
{
  g_autoptr (AjPersonReport) report =
      aj_person_report_load_finish (aj_services_get_store (services), result, error);

  AjNetworkSettings *network = aj_services_get_network (services);

  return report == NULL
             ? NULL
             : aj_person_report_to_document (report,
                                             aj_network_settings_get_retention_months (network));
}

void
aj_report_window_show_person (GtkWindow *parent, AjServices *services, const char *id)
{
  static const AjDocumentSource source = { load_person_async, load_person_finish };

  aj_document_window_show (parent, services, _ ("What We Hold"), &source, what_new (id, 0),
                           what_free);
}

static void
load_meeting_async (AjServices *services,
                    gconstpointer data,
                    GCancellable *cancellable,
                    GAsyncReadyCallback callback,
                    gpointer user_data)
{
  const What *what = data;

  aj_meeting_facts_load_async (aj_services_get_store (services), NULL, what->id, cancellable,
                               callback, user_data);
}

static AjDocument *
load_meeting_finish (AjServices *services, gconstpointer data, GAsyncResult *result, GError **error)
{
  const What *what = data;
  g_autoptr (AjMeetingFacts) facts = aj_meeting_facts_load_finish (aj_services_get_store (services),
                                                                   result, error);

  return facts != NULL ? aj_meeting_report_draw (facts, (AjMeetingReport) what->report) : NULL;
}

void
aj_report_window_show_meeting (GtkWindow *parent,
                               AjServices *services,
                               const char *id,
                               AjMeetingReport report)
{
  static const AjDocumentSource source = { load_meeting_async, load_meeting_finish };

  aj_document_window_show (parent, services, aj_meeting_report_get_title (report), &source,
                           what_new (id, report), what_free);
}

static void
load_group_async (AjServices *services,
                  gconstpointer data,
                  GCancellable *cancellable,
                  GAsyncReadyCallback callback,
                  gpointer user_data)
{
  const What *what = data;

  aj_group_register_load_async (aj_services_get_store (services), what->id,
                                (AjGroupRegister) what->report, cancellable, callback, user_data);
}

static AjDocument *
load_group_finish (AjServices *services, gconstpointer data, GAsyncResult *result, GError **error)
{
  return aj_group_register_load_finish (aj_services_get_store (services), result, error);
}

void
aj_report_window_show_group (GtkWindow *parent,
                             AjServices *services,
                             const char *id,
                             AjGroupRegister what)
{
  static const AjDocumentSource source = { load_group_async, load_group_finish };

  aj_document_window_show (parent, services, aj_group_register_get_title (what), &source,
                           what_new (id, what), what_free);
}

static void
load_knowledge_async (AjServices *services,
                      gconstpointer data,
                      GCancellable *cancellable,
                      GAsyncReadyCallback callback,
                      gpointer user_data)
{
  aj_knowledge_base_load_async (aj_services_get_store (services), cancellable, callback, user_data);
}

static AjDocument *
load_knowledge_finish (AjServices *services,
                       gconstpointer data,
                       GAsyncResult *result,
                       GError **error)
{
  return aj_knowledge_base_load_finish (aj_services_get_store (services), result, error);
}

void
aj_report_window_show_knowledge (GtkWindow *parent, AjServices *services)
{
  static const AjDocumentSource source = { load_knowledge_async, load_knowledge_finish };

  aj_document_window_show (parent, services, aj_knowledge_base_get_title (), &source,
                           what_new (NULL, 0), what_free);
}

static void
load_rollouts_async (AjServices *services,
                     gconstpointer data,
                     GCancellable *cancellable,
                     GAsyncReadyCallback callback,
                     gpointer user_data)
{
  const What *what = data;

  if (what->id != NULL)
    aj_rollout_facts_load_whole_async (aj_services_get_store (services), cancellable, callback,
                                       user_data);
  else
    aj_rollout_facts_load_async (aj_services_get_store (services), cancellable, callback,
                                 user_data);
}

static AjDocument *
load_rollouts_finish (AjServices *services,
                      gconstpointer data,
                      GAsyncResult *result,
                      GError **error)
{
  const What *what = data;
  AjStore *store = aj_services_get_store (services);
  g_autoptr (AjRolloutFacts) facts = aj_rollout_facts_load_finish (store, result, error);

  return facts != NULL ? aj_rollout_report_make (facts, what->id, aj_services_get_today (services))
                       : NULL;
}

void
aj_report_window_show_rollouts (GtkWindow *parent, AjServices *services, const char *intervention)
{
  static const AjDocumentSource source = { load_rollouts_async, load_rollouts_finish };

  aj_document_window_show (parent, services,
                           intervention != NULL ? _ ("What We Know") : _ ("Where They Run"),
                           &source, what_new (intervention, 0), what_free);
}

static void
load_trainers_async (AjServices *services,
                     gconstpointer data,
                     GCancellable *cancellable,
                     GAsyncReadyCallback callback,
                     gpointer user_data)
{
  aj_rollout_facts_load_async (aj_services_get_store (services), cancellable, callback, user_data);
}

static AjDocument *
load_trainers_finish (AjServices *services,
                      gconstpointer data,
                      GAsyncResult *result,
                      GError **error)
{
  AjStore *store = aj_services_get_store (services);
  g_autoptr (AjRolloutFacts) facts = aj_rollout_facts_load_finish (store, result, error);

  return facts != NULL
             ? aj_trainer_cover_make_report (facts, NULL, aj_services_get_today (services))
             : NULL;
}

void
aj_report_window_show_trainers (GtkWindow *parent, AjServices *services)
{
  static const AjDocumentSource source = { load_trainers_async, load_trainers_finish };

  aj_document_window_show (parent, services, _ ("Who Can Give It"), &source, what_new (NULL, 0),
                           what_free);
}

static AjDocument *
load_slips_finish (AjServices *services, gconstpointer data, GAsyncResult *result, GError **error)
{
  const What *what = data;
  AjStore *store = aj_services_get_store (services);
  g_autoptr (AjRolloutFacts) facts = aj_rollout_facts_load_finish (store, result, error);

  if (facts == NULL)
    return NULL;
  return aj_handover_slips_make (facts, what->report ? NULL : what->id,
                                 what->report ? what->id : NULL, error);
}

void
aj_report_window_show_slips (GtkWindow *parent,
                             AjServices *services,
                             const char *loan,
                             const char *tour)
{
  static const AjDocumentSource source = { load_rollouts_async, load_slips_finish };

  aj_document_window_show (parent, services, _ ("Handover Slips"), &source,
                           what_new (tour != NULL ? tour : loan, tour != NULL), what_free);
}
