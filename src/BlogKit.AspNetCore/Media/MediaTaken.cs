using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Http;

namespace BlogKit.AspNetCore.Endpoints;

/// <summary>The result of a picture or file that was sent.</summary>
public sealed record MediaTaken
{
    internal static readonly MediaTaken None = new(StatusCodes.Status400BadRequest, "none");
    internal static readonly MediaTaken TooMany = new(StatusCodes.Status429TooManyRequests, "quota");

    internal MediaTaken(int status, string? problem) => (Status, Problem) = (status, problem);

    internal static MediaTaken Of(MediaResult result, bool takesFiles) => result switch
    {
        { File: { } file } => new(StatusCodes.Status201Created, null)
        {
            Name = file.Name,
            OriginalName = file.OriginalName,
            Width = result.Width,
            Height = result.Height,
        },
        { Outcome: MediaOutcome.TooLarge } => OfTooLarge(takesFiles),
        { Outcome: MediaOutcome.TooManyPixels } => new(StatusCodes.Status422UnprocessableEntity, "pixels"),
        { Outcome: MediaOutcome.NotAllowed } => new(StatusCodes.Status403Forbidden, "not-allowed"),
        _ => new(StatusCodes.Status415UnsupportedMediaType, takesFiles ? "broken" : "kind"),
    };

    internal static MediaTaken OfTooLarge(bool takesFiles) =>
        new(StatusCodes.Status413PayloadTooLarge, takesFiles ? "file-too-large" : "too-large");

    /// <summary>The status to answer with: 201 when it is kept.</summary>
    public int Status { get; }

    /// <summary>
    /// The reason why it is not kept: <c>none</c>, <c>too-large</c>, <c>file-too-large</c>, <c>kind</c>, <c>broken</c>, <c>pixels</c>,
    /// <c>quota</c> or <c>not-allowed</c>; null when it is.
    /// <see cref="MediaIntake.Say"/> says it in words.
    /// </summary>
    public string? Problem { get; }

    /// <summary>The name it is kept under, for <see cref="BlogLinks.Media"/>; null when it is not kept.</summary>
    public string? Name { get; internal init; }

    /// <summary>Its media type, such as <c>image/png</c>; null when it is not kept.</summary>
    public string? ContentType => MediaKind.FindByName(Name)?.ContentType;

    /// <summary>Whether it is a picture; false for a download, and when it is not kept.</summary>
    public bool IsPicture => MediaKind.FindByName(Name) is { IsPicture: true };

    /// <summary>The name that its first sender gave it, cleaned; null when none is known.</summary>
    public string? OriginalName { get; internal init; }

    /// <summary>Its width in pixels, where its header says it.</summary>
    public int? Width { get; internal init; }

    /// <summary>Its height in pixels, where its header says it.</summary>
    public int? Height { get; internal init; }

    /// <summary>Whether it is kept.</summary>
    [MemberNotNullWhen(true, nameof(Name), nameof(ContentType))]
    [MemberNotNullWhen(false, nameof(Problem))]
    public bool IsKept => Name is not null;
}
