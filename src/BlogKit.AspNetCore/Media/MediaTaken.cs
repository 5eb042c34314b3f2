using System.Diagnostics.CodeAnalysis;
using BlogKit.AspNetCore.Internal;
using Microsoft.AspNetCore.Http;

namespace BlogKit.AspNetCore.Endpoints;

/// <summary>The result of a picture that was sent.</summary>
public sealed record MediaTaken
{
    internal static readonly MediaTaken None = new(StatusCodes.Status400BadRequest, "none");
    internal static readonly MediaTaken TooLarge = new(StatusCodes.Status413PayloadTooLarge, "too-large");
    internal static readonly MediaTaken OfNoKind = new(StatusCodes.Status415UnsupportedMediaType, "kind");
    internal static readonly MediaTaken TooManyPixels = new(StatusCodes.Status422UnprocessableEntity, "pixels");
    internal static readonly MediaTaken TooMany = new(StatusCodes.Status429TooManyRequests, "quota");

    internal MediaTaken(int status, string? problem) => (Status, Problem) = (status, problem);

    /// <summary>The status to answer with: 201 when it is kept.</summary>
    public int Status { get; }

    /// <summary>
    /// The reason why it is not kept: <c>none</c>, <c>too-large</c>, <c>kind</c>, <c>pixels</c> or <c>quota</c>; null when it is.
    /// <see cref="MediaIntake.Say"/> says it in words.
    /// </summary>
    public string? Problem { get; }

    /// <summary>The name it is kept under, for <see cref="BlogLinks.Media"/>; null when it is not kept.</summary>
    public string? Name { get; internal init; }

    /// <summary>Its media type, such as <c>image/png</c>; null when it is not kept.</summary>
    public string? ContentType => MediaName.KindOf(Name) is { } kind ? MediaName.ContentTypeOf(kind) : null;

    /// <summary>Its width in pixels, where its header says it.</summary>
    public int? Width { get; internal init; }

    /// <summary>Its height in pixels, where its header says it.</summary>
    public int? Height { get; internal init; }

    /// <summary>Whether it is kept.</summary>
    [MemberNotNullWhen(true, nameof(Name), nameof(ContentType))]
    [MemberNotNullWhen(false, nameof(Problem))]
    public bool IsKept => Name is not null;
}
