using Microsoft.AspNetCore.Components;

namespace BlogKit.AspNetCore.Internal;

/// <summary>
/// The field in which a signed-in user says what they want to be called: the same in the comment form and on the page that changes it.
/// </summary>
internal static class DisplayNameForm
{
    /// <summary>The name of the field.</summary>
    public const string Field = "displayName";

    /// <summary>The name of the field, and of the parameter, with the page to go back to.</summary>
    public const string ReturnTo = "returnTo";

    /// <summary>The name of the button that forgets the name.</summary>
    public const string Forget = "forget";

    private const string Id = "bk-" + Field;
    private const string NoteId = Id + "-note";

    /// <summary>Label, field, what it is for, and what is wrong with it.</summary>
    /// <param name="text">The page's texts.</param>
    /// <param name="value">What stands in it.</param>
    /// <param name="neutral">The word that stands for a name that is not given; null says nothing of it.</param>
    /// <param name="errors">What is wrong with the form.</param>
    public static RenderFragment FieldOf(
        BlogText text, string? value, string? neutral, ImmutableArray<CommentFormError> errors) => builder =>
    {
        var isWrong = errors.Any(static error => string.Equals(error.Field, Field, StringComparison.Ordinal));
        builder.OpenElement(0, "div");
        builder.AddAttribute(1, "class", "bk-field");
        builder.OpenElement(2, "label");
        builder.AddAttribute(3, "for", Id);
        builder.AddContent(4, text["thread.display-name"]);
        builder.CloseElement();
        builder.OpenElement(5, "input");
        builder.AddAttribute(6, "id", Id);
        builder.AddAttribute(7, "name", Field);
        builder.AddAttribute(8, "dir", "auto");
        builder.AddAttribute(9, "autocomplete", "nickname");
        builder.AddAttribute(10, "value", value);
        builder.AddAttribute(11, "aria-invalid", isWrong ? "true" : null);
        builder.AddAttribute(12, "aria-describedby", isWrong ? $"{Id}-error" : neutral is null ? null : NoteId);
        builder.CloseElement();
        if (isWrong)
        {
            builder.AddContent(13, Refusal.Beside(Field, errors));
        }

        if (neutral is not null)
        {
            builder.OpenElement(14, "p");
            builder.AddAttribute(15, "class", "bk-form-note");
            builder.AddAttribute(16, "id", NoteId);
            builder.AddContent(17, text.Format("thread.display-name.note", neutral));
            builder.CloseElement();
        }

        builder.CloseElement();
    };
}
