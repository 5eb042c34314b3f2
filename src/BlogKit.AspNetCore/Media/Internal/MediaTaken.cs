using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Http;

namespace BlogKit.AspNetCore.Internal;

/// <summary>What became of a picture that was sent.</summary>
/// <param name="Status">The status to answer with: 201 when it is kept.</param>
/// <param name="Problem">Why it is not kept, as the ending of a text <c>writer.upload-</c>; null when it is.</param>
internal sealed record MediaTaken(int Status, string? Problem)
{
    public static readonly MediaTaken None = new(StatusCodes.Status400BadRequest, "none");
    public static readonly MediaTaken TooLarge = new(StatusCodes.Status413PayloadTooLarge, "too-large");
    public static readonly MediaTaken OfNoKind = new(StatusCodes.Status415UnsupportedMediaType, "kind");
    public static readonly MediaTaken TooManyPixels = new(StatusCodes.Status422UnprocessableEntity, "pixels");
    public static readonly MediaTaken TooMany = new(StatusCodes.Status429TooManyRequests, "quota");

    /// <summary>The name it is kept under; null when it is not kept.</summary>
    public string? Name { get; init; }

    public int? Width { get; init; }

    public int? Height { get; init; }

    /// <summary>Whether it is kept.</summary>
    [MemberNotNullWhen(true, nameof(Name))]
    [MemberNotNullWhen(false, nameof(Problem))]
    public bool IsKept => Name is not null;
}
