/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-record-row.h"

#include <glib/gi18n-lib.h>

#include "aj-accessible.h"
#include "aj-edit.h"
#include "aj-feedback.h"
#include "aj-field-row.h"
#include "aj-text.h"

/* Of a line beneath the title: what is longer is read in the opened row. */
#define MAX_SUBTITLE_LINES 2

typedef struct
{
  AjServices *services;                     /* (owned) (nullable) */
  AjRecord *record;                         /* (owned) (nullable) */
  AjRecord *others[AJ_RECORD_ROW_N_OTHERS]; /* (owned) (nullable): that it names */
  GtkWidget *first; /* (unowned) (nullable): the row of the first field, once it was opened */
  GPtrArray *rows;  /* (owned) (element-type AjFieldRow): of the fields, once it was opened */
  GtkWidget *remove_button; /* (unowned) (nullable): likewise */
  gboolean focus_wanted;
  gboolean is_locked; /* nothing of it can be changed here */
} AjRecordRowPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (AjRecordRow, aj_record_row, ADW_TYPE_EXPANDER_ROW)

static AjRecordRowPrivate *
get_private (AjRecordRow *self)
{
  return aj_record_row_get_instance_private (self);
}

static void
update (AjRecordRow *self)
{
  AJ_RECORD_ROW_GET_CLASS (self)->update (self);
}

static void
record_changed_cb (AjRecordRow *self)
{
  AJ_RECORD_ROW_GET_CLASS (self)->follow (self);
  update (self);
}

static void
open_clicked_cb (AjRecordRow *self)
{
  AjRecord *other = get_private (self)->others[0];

  if (other != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.show-record", "(ss)",
                                aj_record_get_record_type (other)->name, aj_record_get_id (other));
}

static void
remove_clicked_cb (AjRecordRow *self)
{
  AjRecordRowPrivate *priv = get_private (self);
  g_autofree char *label = AJ_RECORD_ROW_GET_CLASS (self)->describe_removal (self);
  g_autoptr (AjEdit) edit = aj_edit_new (aj_services_get_store (priv->services), label);
  const AjValues *values = aj_record_get_values (priv->record);

  if (values == NULL)
    return;
  if (AJ_RECORD_ROW_GET_CLASS (self)->fill_removal != NULL)
    AJ_RECORD_ROW_GET_CLASS (self)->fill_removal (self, edit);
  else
    aj_edit_remove_values (edit, values);
  /* The row goes with the record, so its list is what speaks. */
  aj_feedback_commit (gtk_widget_get_parent (GTK_WIDGET (self)), edit, AJ_COMMIT_OFFER_UNDO, NULL,
                      NULL);
}

static GtkWidget *
add_button (AjRecordRow *self, GtkWidget *box, const char *label, GCallback clicked)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_hexpand (button, TRUE);
  g_signal_connect_object (button, "clicked", clicked, self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), button);
  return button;
}

static void
update_editable (AjRecordRow *self)
{
  AjRecordRowPrivate *priv = get_private (self);

  for (guint i = 0; i < priv->rows->len; i++)
    g_object_set (priv->rows->pdata[i], "editable", !priv->is_locked, NULL);
  if (priv->remove_button != NULL)
    gtk_widget_set_sensitive (priv->remove_button,
                              !priv->is_locked &&
                                  !aj_store_is_read_only (aj_services_get_store (priv->services)));
}

static GtkWidget *
make_button_row (AjRecordRow *self)
{
  GtkWidget *row = adw_preferences_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *button;

  if (AJ_RECORD_ROW_GET_CLASS (self)->can_open)
    {
      button = add_button (self, box, _ ("Open"), G_CALLBACK (open_clicked_cb));
      gtk_widget_set_halign (button, GTK_ALIGN_START);
    }
  button = add_button (self, box, _ ("Remove"), G_CALLBACK (remove_clicked_cb));
  gtk_widget_set_halign (button, GTK_ALIGN_END);
  gtk_widget_add_css_class (button, "destructive-action");
  get_private (self)->remove_button = button;
  gtk_widget_add_css_class (box, "record-buttons");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  return row;
}

/* There may be many of which few are opened, so what is in them is made at the first opening. */
static void
expanded_cb (AjRecordRow *self)
{
  AjRecordRowPrivate *priv = get_private (self);
  AjRecordRowClass *row_class = AJ_RECORD_ROW_GET_CLASS (self);
  const char *const *fields = row_class->fields;
  GtkWidget *more;

  if (priv->first != NULL || !adw_expander_row_get_expanded (ADW_EXPANDER_ROW (self)))
    return;
  for (guint i = 0; fields[i] != NULL; i++)
    {
      GtkWidget *row = aj_field_row_new (aj_record_get_record_type (priv->record), fields[i]);

      aj_field_row_set_services (AJ_FIELD_ROW (row), priv->services);
      aj_field_row_set_record (AJ_FIELD_ROW (row), priv->record);
      adw_expander_row_add_row (ADW_EXPANDER_ROW (self), row);
      g_ptr_array_add (priv->rows, row);
      if (priv->first == NULL)
        priv->first = row;
    }
  more = row_class->make_more != NULL ? row_class->make_more (self) : NULL;
  if (more != NULL)
    adw_expander_row_add_row (ADW_EXPANDER_ROW (self), more);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), make_button_row (self));
  update_editable (self);
}

/* A field takes the cursor once its record is there. */
static void
focus_if_ready (AjRecordRow *self)
{
  AjRecordRowPrivate *priv = get_private (self);

  if (!priv->focus_wanted || priv->first == NULL || !aj_record_is_loaded (priv->record))
    return;
  priv->focus_wanted = FALSE;
  gtk_widget_grab_focus (priv->first);
}

static void
set_other (AjRecordRow *self, guint index, AjRecord *other)
{
  AjRecord **place = &get_private (self)->others[index];

  if (*place == other)
    return;
  if (*place != NULL)
    g_signal_handlers_disconnect_by_func (*place, update, self);
  g_set_object (place, other);
  if (other != NULL)
    g_signal_connect_swapped (other, "notify::title", G_CALLBACK (update), self);
}

static void
aj_record_row_dispose (GObject *object)
{
  AjRecordRow *self = AJ_RECORD_ROW (object);
  AjRecordRowPrivate *priv = get_private (self);

  for (guint i = 0; i < AJ_RECORD_ROW_N_OTHERS; i++)
    set_other (self, i, NULL);
  g_ptr_array_set_size (priv->rows, 0);
  priv->remove_button = NULL;
  if (priv->record != NULL)
    g_signal_handlers_disconnect_by_data (priv->record, self);
  g_clear_object (&priv->record);
  g_clear_object (&priv->services);
  G_OBJECT_CLASS (aj_record_row_parent_class)->dispose (object);
}

static void
aj_record_row_finalize (GObject *object)
{
  g_ptr_array_unref (get_private (AJ_RECORD_ROW (object))->rows);
  G_OBJECT_CLASS (aj_record_row_parent_class)->finalize (object);
}

static void
aj_record_row_class_init (AjRecordRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = aj_record_row_dispose;
  G_OBJECT_CLASS (klass)->finalize = aj_record_row_finalize;
}

static void
aj_record_row_init (AjRecordRow *self)
{
  get_private (self)->rows = g_ptr_array_new ();
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  g_signal_connect (self, "notify::expanded", G_CALLBACK (expanded_cb), NULL);
}

void
aj_record_row_set_record (AjRecordRow *self, AjServices *services, AjRecord *record)
{
  AjRecordRowPrivate *priv = get_private (self);

  g_return_if_fail (AJ_IS_RECORD_ROW (self));
  g_return_if_fail (priv->record == NULL);

  priv->services = g_object_ref (services);
  priv->record = g_object_ref (record);
  g_signal_connect_swapped (record, "notify", G_CALLBACK (record_changed_cb), self);
  /* After the rows of the fields, which hear of it too. */
  g_signal_connect_data (record, "notify::loaded", G_CALLBACK (focus_if_ready), self, NULL,
                         G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  record_changed_cb (self);
}

AjServices *
aj_record_row_get_services (AjRecordRow *self)
{
  return get_private (self)->services;
}

AjRecord *
aj_record_row_get_record (AjRecordRow *self)
{
  return get_private (self)->record;
}

void
aj_record_row_set_editable (AjRecordRow *self, gboolean editable)
{
  g_return_if_fail (AJ_IS_RECORD_ROW (self));

  get_private (self)->is_locked = !editable;
  update_editable (self);
}

void
aj_record_row_follow_field (AjRecordRow *self, guint index, const char *field)
{
  AjRecordRowPrivate *priv = get_private (self);
  const AjRecordType *type = aj_record_get_record_type (priv->record);
  const char *id = field != NULL ? aj_record_get_text (priv->record, field) : NULL;
  g_autoptr (AjRecord) other = NULL;

  g_return_if_fail (index < AJ_RECORD_ROW_N_OTHERS);

  if (id != NULL)
    other = aj_store_ref_record (aj_services_get_store (priv->services),
                                 aj_record_type_lookup (
                                     type->fields[aj_record_type_find (type, field)].target),
                                 id);
  set_other (self, index, other);
}

AjRecord *
aj_record_row_get_other (AjRecordRow *self, guint index)
{
  return get_private (self)->others[index];
}

const char *
aj_record_row_get_other_title (AjRecordRow *self, guint index)
{
  AjRecord *other = get_private (self)->others[index];

  return other != NULL ? aj_text_or_null (aj_record_get_title (other)) : NULL;
}

void
aj_record_row_show (AjRecordRow *self, const char *title, const char *subtitle, const char *name)
{
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), title);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), subtitle);
  aj_accessible_set_name (GTK_WIDGET (self), name);
  aj_accessible_name_lists (GTK_WIDGET (self), title);
}

static char *
describe_time (AjRecord *record)
{
  /* Of a span of years the weekdays say nothing. */
  g_autofree char *from = aj_date_format_plain (aj_record_get_date (record, "from"));
  g_autofree char *until = aj_date_format_plain (aj_record_get_date (record, "until"));

  if (*from != '\0' && *until != '\0')
    /* Translators: the first and the last day of a seat or a function. */
    return g_strdup_printf (_ ("%s to %s"), from, until);
  if (*from != '\0')
    return g_strdup_printf (_ ("since %s"), from);
  if (*until != '\0')
    return g_strdup_printf (_ ("until %s"), until);
  return g_strdup ("");
}

char *
aj_record_row_show_time (AjRecordRow *self)
{
  AjRecordRowPrivate *priv = get_private (self);
  const AjValues *values = aj_record_get_values (priv->record);

  if (values != NULL && aj_values_are_over (values, aj_services_get_today (priv->services)))
    gtk_widget_add_css_class (GTK_WIDGET (self), "past");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "past");
  return describe_time (priv->record);
}

/* (nullable): the row in the row that has the title and the text. */
static AdwActionRow *
find_head (GtkWidget *widget)
{
  AdwActionRow *head = NULL;

  if (ADW_IS_ACTION_ROW (widget))
    return ADW_ACTION_ROW (widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && head == NULL;
       child = gtk_widget_get_next_sibling (child))
    head = find_head (child);
  return head;
}

static void
limit_lines (AjRecordRow *self)
{
  AdwActionRow *head = find_head (GTK_WIDGET (self));
  gboolean is_open = adw_expander_row_get_expanded (ADW_EXPANDER_ROW (self));

  if (head != NULL)
    adw_action_row_set_subtitle_lines (head, is_open ? 0 : MAX_SUBTITLE_LINES);
}

void
aj_record_row_limit_subtitle (AjRecordRow *self)
{
  g_return_if_fail (AJ_IS_RECORD_ROW (self));

  g_signal_connect (self, "notify::expanded", G_CALLBACK (limit_lines), NULL);
  limit_lines (self);
}

void
aj_record_row_edit (AjRecordRow *self)
{
  g_return_if_fail (AJ_IS_RECORD_ROW (self));

  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (self), TRUE);
  get_private (self)->focus_wanted = TRUE;
  focus_if_ready (self);
}
