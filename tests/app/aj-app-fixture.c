/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-app-fixture.h"

#include <glib/gstdio.h>

#include "aj-under-way.h"

#define QUIET_MILLISECONDS 60

void
app_test_init (int *argc, char ***argv)
{
  g_autoptr (GtkCssProvider) provider = NULL;

  g_setenv ("GTK_A11Y", "test", TRUE);
  gtk_test_init (argc, argv);
  adw_init ();
  provider = gtk_css_provider_new ();
  gtk_css_provider_load_from_resource (provider, "/nl/veiligheidsnetwerkon/Aanjager/style.css");
  gtk_style_context_add_provider_for_display (gdk_display_get_default (),
                                              GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
}

void
app_fixture_set_up (AppFixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AjClock) clock = aj_clock_new_from_string ("2026-03-01T09:00", "Europe/Amsterdam");
  g_autoptr (GSettings) settings = g_settings_new (AJ_APP_ID);
  g_autofree char *path = NULL;

  self->folder = g_dir_make_tmp ("aanjager-app-XXXXXX", &error);
  g_assert_no_error (error);
  path = g_build_filename (self->folder, "network.aanjager", NULL);
  self->store = aj_store_open (path, AJ_STORE_OPEN_CREATE, "Anna", clock, &error);
  g_assert_no_error (error);
  self->services = aj_services_new (self->store, clock, settings);
  self->window = GTK_WINDOW (gtk_window_new ());
  self->overlay = ADW_TOAST_OVERLAY (adw_toast_overlay_new ());
  gtk_window_set_default_size (self->window, 900, 700);
  gtk_window_set_child (self->window, GTK_WIDGET (self->overlay));
}

static void
remove_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        remove_folder (path);
      else
        g_assert_cmpint (g_unlink (path), ==, 0);
    }
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

static gboolean
is_gone (gpointer object)
{
  return *(gpointer *) object == NULL;
}

void
app_assert_finalize (gpointer object)
{
  g_autofree char *what = g_strdup_printf ("the end of the last %s", G_OBJECT_TYPE_NAME (object));

  g_object_add_weak_pointer (object, &object);
  g_object_unref (object);
  app_wait_until (is_gone, &object, what);
}

void
app_fixture_tear_down (AppFixture *self, gconstpointer data)
{
  gtk_window_destroy (self->window);
  app_settle ();
  aj_store_close (self->store);
  g_clear_object (&self->services);
  app_assert_finalize (g_steal_pointer (&self->store));
  remove_folder (self->folder);
  g_free (self->folder);
}

static gboolean
is_mapped (gpointer widget)
{
  return gtk_widget_get_mapped (widget) && gtk_widget_get_width (widget) > 0;
}

void
app_fixture_show (AppFixture *self, GtkWidget *widget)
{
  adw_toast_overlay_set_child (self->overlay, widget);
  gtk_window_present (self->window);
  app_wait (is_mapped, widget);
}

AjRecord *
app_fixture_add (AppFixture *self,
                 const AjRecordType *type,
                 const char *field,
                 const char *text,
                 const char *second_field,
                 const char *second_text)
{
  g_autoptr (AjEdit) edit = aj_edit_new (self->store, "Add");
  AjValues *values = aj_edit_add (edit, type);
  g_autofree char *id = g_strdup (aj_values_get_id (values));
  g_autoptr (GError) error = NULL;
  AjRecord *record;

  aj_values_set_text (values, field, text);
  if (second_field != NULL)
    aj_values_set_text (values, second_field, second_text);
  aj_edit_commit (edit, &error);
  g_assert_no_error (error);
  record = aj_store_load_record (self->store, type, id, &error);
  g_assert_no_error (error);
  return record;
}

AjRecord *
app_fixture_add_whole (AppFixture *self, const AjRecordType *type, const char *field, ...)
{
  g_autoptr (AjEdit) edit = aj_edit_new (self->store, "Add");
  AjValues *values = aj_edit_add (edit, type);
  g_autofree char *id = g_strdup (aj_values_get_id (values));
  g_autoptr (GError) error = NULL;
  AjRecord *record;
  va_list pairs;

  va_start (pairs, field);
  for (; field != NULL; field = va_arg (pairs, const char *))
    aj_values_set_text (values, field, va_arg (pairs, const char *));
  va_end (pairs);
  aj_edit_commit (edit, &error);
  g_assert_no_error (error);
  record = aj_store_load_record (self->store, type, id, &error);
  g_assert_no_error (error);
  return record;
}

void
app_fixture_change (
    AppFixture *self, AjRecord *record, const char *field, const char *text, const char *author)
{
  g_autofree char *own = g_strdup (aj_store_get_author (self->store));
  g_autoptr (AjEdit) edit = aj_edit_new (self->store, "Change");
  g_autoptr (GError) error = NULL;

  aj_store_set_author (self->store, author);
  aj_values_set_text (aj_edit_change (edit, record), field, text);
  aj_edit_commit (edit, &error);
  g_assert_no_error (error);
  aj_store_set_author (self->store, own);
}

static gboolean
wake_cb (gpointer user_data)
{
  return G_SOURCE_CONTINUE;
}

void
app_wait_until (AppCondition condition, gpointer data, const char *what)
{
  gint64 deadline = g_get_monotonic_time () + APP_DEADLINE_SECONDS * G_USEC_PER_SEC;
  guint waker = g_timeout_add (10, wake_cb, NULL);

  while (!condition (data))
    {
      if (g_get_monotonic_time () > deadline)
        g_error ("waited in vain for %s", what);
      g_main_context_iteration (NULL, TRUE);
    }
  g_source_remove (waker);
}

/* The X server owes no answer either. */
static gboolean
is_nothing_pending (void)
{
  gdk_display_sync (gdk_display_get_default ());
  return !g_main_context_pending (NULL) && !aj_under_way_is_any ();
}

/* The processor may be taken away anywhere in here, and for longer than it has to be quiet: it ends when that time was over and
 * then still nothing was to be done. */
void
app_settle (void)
{
  gint64 quiet_since = g_get_monotonic_time ();
  gint64 deadline = quiet_since + APP_DEADLINE_SECONDS * G_USEC_PER_SEC;

  for (;;)
    {
      gint64 now = g_get_monotonic_time ();

      if (now > deadline)
        g_error ("waited in vain for an end of all that goes on");
      if (g_main_context_iteration (NULL, FALSE))
        {
          quiet_since = g_get_monotonic_time ();
          continue;
        }
      if (aj_under_way_is_any ())
        quiet_since = g_get_monotonic_time ();
      else if (now > quiet_since + QUIET_MILLISECONDS * 1000 && is_nothing_pending ())
        return;
      g_usleep (1000);
    }
}

typedef struct
{
  AjRecord *record;
  const char *field;
  const char *text;
} Expected;

static gboolean
has_text (gpointer data)
{
  Expected *expected = data;

  return g_strcmp0 (aj_record_get_text (expected->record, expected->field), expected->text) == 0;
}

void
app_wait_for_text (AjRecord *record, const char *field, const char *text)
{
  Expected expected = { record, field, text };

  app_wait_until (has_text, &expected, text != NULL ? text : "nothing");
}

static void
collect (GtkWidget *widget, GType type, GPtrArray *found)
{
  if (g_type_is_a (G_OBJECT_TYPE (widget), type))
    g_ptr_array_add (found, widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    collect (child, type, found);
}

GPtrArray *
app_find_all (GtkWidget *root, GType type)
{
  GPtrArray *found = g_ptr_array_new ();

  collect (root, type, found);
  return found;
}

GtkWidget *
app_find (GtkWidget *root, GType type)
{
  g_autoptr (GPtrArray) found = app_find_all (root, type);

  for (guint i = 0; i < found->len; i++)
    if (gtk_widget_get_mapped (g_ptr_array_index (found, i)))
      return g_ptr_array_index (found, i);
  return NULL;
}

static gboolean
offer_key (GtkWidget *widget, GtkPropagationPhase phase, guint keyval, GdkModifierType state)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);
      gboolean handled = FALSE;

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller) &&
          gtk_event_controller_get_propagation_phase (controller) == phase)
        g_signal_emit_by_name (controller, "key-pressed", keyval, 0, state, &handled);
      if (handled)
        return TRUE;
    }
  return FALSE;
}

gboolean
app_press (GtkWidget *widget, guint keyval, GdkModifierType state)
{
  g_autoptr (GPtrArray) path = g_ptr_array_new ();

  for (GtkWidget *at = widget; at != NULL; at = gtk_widget_get_parent (at))
    g_ptr_array_add (path, at);
  for (guint i = path->len; i > 0; i--)
    if (offer_key (g_ptr_array_index (path, i - 1), GTK_PHASE_CAPTURE, keyval, state))
      return TRUE;
  for (guint i = 0; i < path->len; i++)
    if (offer_key (g_ptr_array_index (path, i), GTK_PHASE_BUBBLE, keyval, state))
      return TRUE;
  return FALSE;
}

static gboolean
drop_value (GtkWidget *widget, const GValue *value)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);
  gboolean is_taken = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_DROP_TARGET (controller))
        g_signal_emit_by_name (controller, "drop", value, 1.0, 1.0, &is_taken);
    }
  return is_taken;
}

gboolean
app_drop_object (GtkWidget *widget, gpointer object)
{
  g_auto (GValue) value = G_VALUE_INIT;

  g_value_init (&value, G_OBJECT_TYPE (object));
  g_value_set_object (&value, object);
  return drop_value (widget, &value);
}

gboolean
app_drop_files (GtkWidget *widget, const char *const *paths)
{
  g_auto (GValue) value = G_VALUE_INIT;
  GSList *files = NULL;

  for (guint i = 0; paths[i] != NULL; i++)
    files = g_slist_append (files, g_file_new_for_path (paths[i]));
  g_value_init (&value, GDK_TYPE_FILE_LIST);
  g_value_take_boxed (&value, gdk_file_list_new_from_list (files));
  g_slist_free_full (files, g_object_unref);
  return drop_value (widget, &value);
}

/* A label inside names a button; the inner text of an entry is named by the entry. */
static gboolean
is_named (GtkWidget *widget)
{
  if (gtk_test_accessible_has_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL) ||
      gtk_test_accessible_has_relation (GTK_ACCESSIBLE (widget),
                                        GTK_ACCESSIBLE_RELATION_LABELLED_BY))
    return TRUE;
  if (GTK_IS_TEXT (widget) || GTK_IS_SCROLLED_WINDOW (widget))
    return TRUE;
  return GTK_IS_BUTTON (widget) && gtk_button_get_label (GTK_BUTTON (widget)) != NULL;
}

void
app_assert_named (GtkWidget *root)
{
  g_autoptr (GPtrArray) all = app_find_all (root, GTK_TYPE_WIDGET);

  for (guint i = 0; i < all->len; i++)
    {
      GtkWidget *widget = g_ptr_array_index (all, i);

      if (!gtk_widget_get_mapped (widget) || !gtk_widget_get_focusable (widget) ||
          is_named (widget))
        continue;
      g_error ("a %s in a %s has no name", G_OBJECT_TYPE_NAME (widget),
               G_OBJECT_TYPE_NAME (gtk_widget_get_parent (widget)));
    }
}
