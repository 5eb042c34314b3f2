using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace BlogKit.AspNetCore.Internal;

/// <summary>
/// Says on a page why a form was not taken: the one place for all pages. It is told at once and has the focus, without a script too;
/// such a page has <see cref="PageFrame.IsRefusal"/>, by which its title says so first.
/// </summary>
internal static class Refusal
{
    /// <summary>One sentence.</summary>
    /// <param name="text">The sentence.</param>
    /// <param name="id">Its identity on the page, for the field it is about; null for none.</param>
    /// <param name="className">A further class of the element; null for none.</param>
    public static RenderFragment Of(string text, string? id = null, string? className = null) => builder =>
    {
        Open(builder, "p", id, className);
        builder.AddContent(6, text);
        builder.CloseElement();
    };

    /// <summary>Everything that is wrong with a form, with links to its fields.</summary>
    /// <param name="heading">What was not done.</param>
    /// <param name="errors">What is wrong, each with the identity of its field on the page or null.</param>
    /// <param name="pageUrl">The page, before the fragments of the links; empty where it has no <c>base</c> element.</param>
    public static RenderFragment Of(
        string heading, IEnumerable<(string? FieldId, string Message)> errors, string pageUrl = "") => builder =>
    {
        Open(builder, "div", "bk-errors", className: null);
        builder.OpenElement(6, "p");
        builder.AddContent(7, heading);
        builder.CloseElement();
        builder.OpenElement(8, "ul");
        foreach (var (field, message) in errors)
        {
            builder.OpenElement(9, "li");
            if (field is null)
            {
                builder.AddContent(10, message);
            }
            else
            {
                builder.OpenElement(11, "a");
                builder.AddAttribute(12, "href", $"{pageUrl}#{field}");
                builder.AddContent(13, message);
                builder.CloseElement();
            }

            builder.CloseElement();
        }

        builder.CloseElement();
        builder.CloseElement();
    };

    /// <summary>What is wrong with the fields of a comment form.</summary>
    public static RenderFragment Of(BlogText text, ImmutableArray<CommentFormError> errors, string pageUrl = "", bool isPreview = false) =>
        Of(
            text[isPreview ? "thread.no-preview" : "thread.not-saved"],
            errors.Select(static error => (error.Field is { } field ? "bk-" + field : null, error.Message)),
            pageUrl);

    /// <summary>What is wrong with one field, beside it.</summary>
    public static RenderFragment Beside(string field, IEnumerable<CommentFormError> errors) => builder =>
    {
        builder.OpenElement(0, "p");
        builder.AddAttribute(1, "class", "bk-error");
        builder.AddAttribute(2, "id", $"bk-{field}-error");
        builder.AddContent(3, string.Join(
            ' ', errors.Where(error => string.Equals(error.Field, field, StringComparison.Ordinal)).Select(static error => error.Message)));
        builder.CloseElement();
    };

    private static void Open(RenderTreeBuilder builder, string element, string? id, string? className)
    {
        builder.OpenElement(0, element);
        builder.AddAttribute(1, "class", className is null ? "bk-errors" : "bk-errors " + className);
        builder.AddAttribute(2, "id", id);
        builder.AddAttribute(3, "role", "alert");
        builder.AddAttribute(4, "tabindex", "-1");
        builder.AddAttribute(5, "autofocus", true);
    }
}
