/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aj-mail-text-editor.h"

#include <glib/gi18n-lib.h>

#include "aj-accessible.h"
#include "aj-draft-row.h"
#include "aj-edit.h"
#include "aj-feedback.h"

struct _AjMailTextEditor
{
  AdwBin parent_instance;

  AjServices *services; /* (owned) */
  AjMailTexts *texts;   /* (owned): as they were */
  const AjChoice *use;
  AjValues *draft;   /* (owned): what stands in the rows */
  GtkWidget *from;   /* (nullable): weak */
  GtkWidget *writes; /* (nullable): weak: where the cursor was last */

  /* Template */
  AdwWindowTitle *title;
  AdwPreferencesGroup *group;
  GtkWidget *subject_row; /* (unowned): the group's */
  GtkWidget *body_row;    /* (unowned): the group's */
  GtkLabel *unknown_label;
  GtkLabel *preview_subject;
  GtkLabel *preview_body;
  GtkMenuButton *place_button;
  GtkWidget *default_button;
};

G_DEFINE_FINAL_TYPE (AjMailTextEditor, aj_mail_text_editor, ADW_TYPE_BIN)

char *
aj_mail_text_editor_dup_title (const AjChoice *use)
{
  const char *label = _ (use->label);
  g_autoptr (GString) title = g_string_new (NULL);

  g_string_append_unichar (title, g_unichar_toupper (g_utf8_get_char (label)));
  g_string_append (title, g_utf8_next_char (label));
  return g_strdup (title->str);
}

/* Without a subject a mail has that of the program. */
static const char *
get_subject (AjMailTextEditor *self)
{
  const char *subject = aj_values_get_text (self->draft, "subject");

  return subject != NULL ? subject : aj_mail_texts_get_default_subject (self->use->code);
}

static const char *
get_body (AjMailTextEditor *self)
{
  const char *body = aj_values_get_text (self->draft, "body");

  return body != NULL ? body : "";
}

static gboolean
is_default (AjMailTextEditor *self)
{
  return g_str_equal (get_subject (self), aj_mail_texts_get_default_subject (self->use->code)) &&
         g_str_equal (get_body (self), aj_mail_texts_get_default_body (self->use->code));
}

static gboolean
is_changed (AjMailTextEditor *self)
{
  return !g_str_equal (get_subject (self),
                       aj_mail_texts_get_subject (self->texts, self->use->code)) ||
         !g_str_equal (get_body (self), aj_mail_texts_get_body (self->texts, self->use->code));
}

/* What a mail of this kind may be filled in with: examples, but for who sends it when that is known. */
static void
fill_samples (AjMailTextEditor *self, const char *samples[AJ_MAIL_N_PLACES])
{
  AjNetworkSettings *network = aj_services_get_network (self->services);
  const char *organiser = aj_network_settings_get_organiser (network).name;
  const char *name = aj_network_settings_get_name (network);

  for (guint i = 0; i < AJ_MAIL_N_PLACES; i++)
    samples[i] = aj_mail_texts_has_place (self->use->code, (AjMailPlace) i)
                     ? aj_mail_place_get_sample ((AjMailPlace) i)
                     : NULL;
  if (organiser != NULL)
    samples[AJ_MAIL_PLACE_ORGANISER] = organiser;
  if (name != NULL)
    samples[AJ_MAIL_PLACE_NETWORK] = name;
}

static void
show_filled (AjMailTextEditor *self)
{
  const char *samples[AJ_MAIL_N_PLACES];
  g_autoptr (GPtrArray) unknown = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *subject = NULL;
  g_autofree char *body = NULL;
  g_autofree char *text = NULL;

  fill_samples (self, samples);
  subject = aj_mail_places_fill (get_subject (self), samples, unknown);
  body = aj_mail_places_fill (get_body (self), samples, unknown);
  gtk_label_set_text (self->preview_subject, subject);
  gtk_label_set_text (self->preview_body, body);

  if (unknown->len > 0)
    /* Translators: a word in braces. */
    text = g_strdup_printf (_ ("“{%s}” is nothing that can be filled in."),
                            (const char *) unknown->pdata[0]);
  gtk_label_set_text (self->unknown_label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->unknown_label), text != NULL);
}

static void
update (AjMailTextEditor *self)
{
  gboolean writable = !aj_store_is_read_only (aj_services_get_store (self->services));

  show_filled (self);
  gtk_widget_set_visible (self->default_button, !is_default (self));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "mail-text.put-back", writable);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "mail-text.insert", writable);
  gtk_widget_set_sensitive (self->subject_row, writable);
  gtk_widget_set_sensitive (self->body_row, writable);
}

/* Shows one text, by what it is. */
static void
show_text (AjMailTextEditor *self, const char *subject, const char *body)
{
  aj_values_set_text (self->draft, "subject", subject);
  aj_values_set_text (self->draft, "body", body);
  aj_draft_row_set_draft (AJ_DRAFT_ROW (self->subject_row), self->draft);
  aj_draft_row_set_draft (AJ_DRAFT_ROW (self->body_row), self->draft);
  update (self);
}

/* (transfer none) (nullable): where the body is written. */
static GtkWidget *
find_view (GtkWidget *widget)
{
  GtkWidget *found = GTK_IS_TEXT_VIEW (widget) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_view (child);
  return found;
}

static void
put_back (GtkWidget *widget, const char *action, GVariant *parameter)
{
  AjMailTextEditor *self = AJ_MAIL_TEXT_EDITOR (widget);

  show_text (self, aj_mail_texts_get_default_subject (self->use->code),
             aj_mail_texts_get_default_body (self->use->code));
  gtk_widget_grab_focus (find_view (self->body_row));
}

/* Where the cursor is, or was last. */
static void
insert (GtkWidget *widget, const char *action, GVariant *parameter)
{
  AjMailTextEditor *self = AJ_MAIL_TEXT_EDITOR (widget);
  AjMailPlace place = (AjMailPlace) g_variant_get_uint32 (parameter);
  g_autofree char *text = g_strdup_printf ("{%s}", aj_mail_place_get_word (place));

  if (self->writes == NULL)
    g_set_weak_pointer (&self->writes, find_view (self->body_row));
  if (GTK_IS_TEXT_VIEW (self->writes))
    {
      GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->writes));

      gtk_text_buffer_delete_selection (buffer, TRUE, TRUE);
      gtk_text_buffer_insert_at_cursor (buffer, text, -1);
    }
  else if (GTK_IS_EDITABLE (self->writes))
    {
      int position;

      gtk_editable_delete_selection (GTK_EDITABLE (self->writes));
      position = gtk_editable_get_position (GTK_EDITABLE (self->writes));
      gtk_editable_insert_text (GTK_EDITABLE (self->writes), text, -1, &position);
      gtk_editable_set_position (GTK_EDITABLE (self->writes), position);
    }
  if (self->writes != NULL)
    gtk_widget_grab_focus (self->writes);
}

/* (transfer full) (nullable): why it cannot be kept as it stands, and in which row that is. A row with what is no value has
 * left the draft without one, so that is asked first. */
static char *
dup_fault (AjMailTextEditor *self, GtkWidget **row)
{
  GtkWidget *const rows[] = { self->subject_row, self->body_row };
  const AjField *failed = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const char *fault = aj_draft_row_get_fault (AJ_DRAFT_ROW (rows[i]));

      *row = rows[i];
      if (fault != NULL)
        return g_strdup (fault);
    }
  if (aj_values_check (self->draft, &failed, &error))
    return NULL;
  *row = failed != NULL && g_str_equal (failed->name, "body") ? self->body_row : self->subject_row;
  return g_strdup (error->message);
}

/* A text that somebody wrote is not left for a fault in it: that is shown where it is. */
static gboolean
may_leave (AjMailTextEditor *self)
{
  GtkWidget *row;
  g_autofree char *fault = dup_fault (self, &row);

  if (fault == NULL || aj_store_is_read_only (aj_services_get_store (self->services)))
    return TRUE;
  aj_editor_row_show_fault (AJ_EDITOR_ROW (row), fault);
  aj_feedback_say (GTK_WIDGET (self), fault);
  gtk_widget_child_focus (row, GTK_DIR_TAB_FORWARD);
  return FALSE;
}

static void
go_back (GtkWidget *widget, const char *action, GVariant *parameter)
{
  AjMailTextEditor *self = AJ_MAIL_TEXT_EDITOR (widget);
  GtkWidget *window = gtk_widget_get_ancestor (widget, ADW_TYPE_PREFERENCES_WINDOW);

  if (window != NULL && may_leave (self))
    adw_preferences_window_close_subpage (ADW_PREFERENCES_WINDOW (window));
}

/* The edit that makes it so. */
static AjEdit *
make_edit (AjMailTextEditor *self)
{
  const AjValues *own = aj_mail_texts_get_own (self->texts, self->use->code);
  /* Translators: a kind of mail: "invitation". */
  g_autofree char *label = g_strdup_printf (is_default (self)
                                                ? _ ("Put back the text of the mail “%s”")
                                                : _ ("Change the text of the mail “%s”"),
                                            _ (self->use->label));
  AjEdit *edit = aj_edit_new (aj_services_get_store (self->services), label);
  AjValues *values;

  if (is_default (self) && own != NULL)
    {
      aj_edit_remove_values (edit, own);
      return edit;
    }
  values = own != NULL ? aj_edit_change_values (edit, own)
                       : aj_edit_add (edit, &aj_mail_text_record_type);
  aj_values_set_text (values, "use", self->use->code);
  aj_values_set_text (values, "subject", get_subject (self));
  aj_values_set_text (values, "body", get_body (self));
  return edit;
}

static void
save (AjMailTextEditor *self)
{
  g_autoptr (AjEdit) edit = NULL;
  AjCommitMode mode = is_default (self) ? AJ_COMMIT_OFFER_UNDO : AJ_COMMIT_QUIET;
  g_autofree char *fault = NULL;
  GtkWidget *row;

  /* With a fault nobody leaves but by an end of the program; what was kept before is better than half of it. */
  fault = dup_fault (self, &row);
  if (self->from == NULL || fault != NULL || !is_changed (self) ||
      aj_store_is_read_only (aj_services_get_store (self->services)))
    return;
  edit = make_edit (self);
  aj_feedback_commit (self->from, edit, mode, NULL, NULL);
  /* It is left once. */
  g_clear_weak_pointer (&self->from);
}

static gboolean
close_request_cb (GtkWindow *window, AjMailTextEditor *self)
{
  return !may_leave (self);
}

static void
aj_mail_text_editor_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (aj_mail_text_editor_parent_class)->map (widget);
  g_signal_connect_object (gtk_widget_get_root (widget), "close-request",
                           G_CALLBACK (close_request_cb), widget, 0);
}

static void
aj_mail_text_editor_unmap (GtkWidget *widget)
{
  g_signal_handlers_disconnect_by_func (gtk_widget_get_root (widget), close_request_cb, widget);
  save (AJ_MAIL_TEXT_EDITOR (widget));
  GTK_WIDGET_CLASS (aj_mail_text_editor_parent_class)->unmap (widget);
}

static void
focus_entered_cb (GtkEventController *controller, AjMailTextEditor *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (focus != NULL && (GTK_IS_TEXT_VIEW (focus) || GTK_IS_EDITABLE (focus)))
    g_set_weak_pointer (&self->writes, focus);
}

static GtkWidget *
add_row (AjMailTextEditor *self, const char *field)
{
  GtkWidget *row = aj_draft_row_new (&aj_mail_text_record_type, field);
  GtkEventController *focus = gtk_event_controller_focus_new ();

  g_signal_connect_object (row, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "enter", G_CALLBACK (focus_entered_cb), self, 0);
  gtk_widget_add_controller (row, focus);
  adw_preferences_group_add (self->group, row);
  return row;
}

/* Those that this kind of mail has something for. */
static void
fill_menu (AjMailTextEditor *self)
{
  g_autoptr (GMenu) menu = g_menu_new ();

  for (guint i = 0; i < AJ_MAIL_N_PLACES; i++)
    {
      AjMailPlace place = (AjMailPlace) i;
      g_autofree char *label = NULL;
      g_autoptr (GMenuItem) item = NULL;

      if (!aj_mail_texts_has_place (self->use->code, place))
        continue;
      /* Translators: what is filled in, and the word for it: "The day {date}". */
      label = g_strdup_printf (_ ("%1$s {%2$s}"), aj_mail_place_get_label (place),
                               aj_mail_place_get_word (place));
      item = g_menu_item_new (label, NULL);
      g_menu_item_set_action_and_target (item, "mail-text.insert", "u", i);
      g_menu_append_item (menu, item);
    }
  gtk_menu_button_set_menu_model (self->place_button, G_MENU_MODEL (menu));
}

static void
aj_mail_text_editor_dispose (GObject *object)
{
  AjMailTextEditor *self = AJ_MAIL_TEXT_EDITOR (object);

  g_clear_weak_pointer (&self->from);
  g_clear_weak_pointer (&self->writes);
  gtk_widget_dispose_template (GTK_WIDGET (self), AJ_TYPE_MAIL_TEXT_EDITOR);
  g_clear_object (&self->services);
  g_clear_pointer (&self->texts, aj_mail_texts_unref);
  G_OBJECT_CLASS (aj_mail_text_editor_parent_class)->dispose (object);
}

static void
aj_mail_text_editor_finalize (GObject *object)
{
  g_clear_pointer (&AJ_MAIL_TEXT_EDITOR (object)->draft, aj_values_unref);
  G_OBJECT_CLASS (aj_mail_text_editor_parent_class)->finalize (object);
}

static void
aj_mail_text_editor_class_init (AjMailTextEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = aj_mail_text_editor_dispose;
  G_OBJECT_CLASS (klass)->finalize = aj_mail_text_editor_finalize;
  widget_class->map = aj_mail_text_editor_map;
  widget_class->unmap = aj_mail_text_editor_unmap;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/nl/veiligheidsnetwerkon/Aanjager/dialogs/aj-mail-text-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, AjMailTextEditor, title);
  gtk_widget_class_bind_template_child (widget_class, AjMailTextEditor, group);
  gtk_widget_class_bind_template_child (widget_class, AjMailTextEditor, unknown_label);
  gtk_widget_class_bind_template_child (widget_class, AjMailTextEditor, preview_subject);
  gtk_widget_class_bind_template_child (widget_class, AjMailTextEditor, preview_body);
  gtk_widget_class_bind_template_child (widget_class, AjMailTextEditor, place_button);
  gtk_widget_class_bind_template_child (widget_class, AjMailTextEditor, default_button);
  gtk_widget_class_install_action (widget_class, "mail-text.back", NULL, go_back);
  gtk_widget_class_install_action (widget_class, "mail-text.put-back", NULL, put_back);
  gtk_widget_class_install_action (widget_class, "mail-text.insert", "u", insert);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Left, GDK_ALT_MASK, "mail-text.back",
                                       NULL);
}

static void
aj_mail_text_editor_init (AjMailTextEditor *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->subject_row = add_row (self, "subject");
  self->body_row = add_row (self, "body");
  aj_accessible_name_lists (GTK_WIDGET (self->group),
                            aj_record_type_get_label (&aj_mail_text_record_type));
}

AjMailTextEditor *
aj_mail_text_editor_new (AjServices *services,
                         AjMailTexts *texts,
                         const AjChoice *use,
                         GtkWidget *from)
{
  AjMailTextEditor *self = g_object_new (AJ_TYPE_MAIL_TEXT_EDITOR, NULL);
  g_autofree char *title = aj_mail_text_editor_dup_title (use);

  self->services = g_object_ref (services);
  self->texts = aj_mail_texts_ref (texts);
  self->use = use;
  self->draft = aj_values_new (&aj_mail_text_record_type, NULL);
  aj_values_set_text (self->draft, "use", use->code);
  g_set_weak_pointer (&self->from, from);
  adw_window_title_set_title (self->title, title);
  fill_menu (self);
  show_text (self, aj_mail_texts_get_subject (texts, use->code),
             aj_mail_texts_get_body (texts, use->code));
  return self;
}
