using System.Collections.Immutable;
using BlogKit.AspNetCore.Components;
using BlogKit.AspNetCore.Internal;
using Microsoft.AspNetCore.Components.Rendering;

namespace BlogKit.AspNetCore.Tests;

/// <summary>Parts of forms that stand on several pages, and alone in the answers that scripts get, to the letter.</summary>
public sealed class FormMarkupTests
{
    [Fact]
    public async Task A_preview_is_a_section_that_can_have_the_focus() =>
        (await Rendering.ToHtmlAsync<PreviewFragment>(new PreviewFragment.PreviewState("<p>Hi &amp; you</p>", BlogText.English)))
            .Should().Be(
                """
                <section class="bk-preview" tabindex="-1" aria-label="Preview"><p class="bk-kicker">Preview</p>
                """
                + """<div class="bk-text" dir="auto"><p>Hi &amp; you</p></div></section>""");

    [Fact]
    public async Task The_field_for_a_name_says_what_it_is_for() =>
        (await Rendering.ToHtmlAsync<Field>(new Asked("Max", "user", []))).Should().Be(
            $"""<div class="bk-field"><label for="bk-displayName">{BlogText.English["thread.display-name"]}</label>"""
            + """<input id="bk-displayName" name="displayName" dir="auto" autocomplete="nickname" value="Max" """
            + """aria-describedby="bk-displayName-note" /><p class="bk-form-note" id="bk-displayName-note">"""
            + $"{BlogText.English.Format("thread.display-name.note", "user")}</p></div>");

    [Fact]
    public async Task And_what_is_wrong_with_it() =>
        (await Rendering.ToHtmlAsync<Field>(new Asked(null, null, [new CommentFormError("displayName", "Too long.")]))).Should().Be(
            $"""<div class="bk-field"><label for="bk-displayName">{BlogText.English["thread.display-name"]}</label>"""
            + """<input id="bk-displayName" name="displayName" dir="auto" autocomplete="nickname" aria-invalid="true" """
            + """aria-describedby="bk-displayName-error" /><p class="bk-error" id="bk-displayName-error">Too long.</p></div>""");

    private sealed record Asked(string? Value, string? Neutral, ImmutableArray<CommentFormError> Errors);

    private sealed class Field : BlogView<Asked>
    {
        protected override void BuildRenderTree(RenderTreeBuilder builder) =>
            DisplayNameView.Field(builder, BlogText.English, Model.Value, Model.Neutral, Model.Errors);
    }
}
