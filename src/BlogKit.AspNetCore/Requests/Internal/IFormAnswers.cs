using BlogKit.AspNetCore.Endpoints;

namespace BlogKit.AspNetCore.Internal;

/// <summary>Says why a form is not taken, in the pages of whoever sent it, and gives back what was typed.</summary>
internal interface IFormAnswers
{
    /// <summary>Says that no form can be read from what was sent.</summary>
    Task UnreadableFormAsync(BlogRequest request, int status, string backUrl);

    /// <summary>Says that another site sent the form.</summary>
    Task ForeignFormAsync(BlogRequest request, string backUrl, string? text);

    /// <summary>Says that the form is one too many.</summary>
    Task LimitedAsync(BlogRequest request, LimitRefusal refusal, string? backUrl, string? text);
}
