using System.Text.Json.Serialization;

namespace BlogKit.AspNetCore.Internal;

/// <summary>A thing in the terms of schema.org, with the members BlogKit has something to say of. Null says nothing.</summary>
internal sealed record LdNode(
    [property: JsonPropertyName("@type"), JsonPropertyOrder(-2)] string Type)
{
    [JsonPropertyName("@id")]
    [JsonPropertyOrder(-1)]
    public string? Id { get; init; }

    public string? Name { get; init; }

    public string? Headline { get; init; }

    public string? Description { get; init; }

    public string? Url { get; init; }

    public string? InLanguage { get; init; }

    public string? DatePublished { get; init; }

    public string? DateModified { get; init; }

    public string? DateCreated { get; init; }

    public string? Text { get; init; }

    public string? Keywords { get; init; }

    public int? WordCount { get; init; }

    public int? CommentCount { get; init; }

    public int? Position { get; init; }

    public int? Width { get; init; }

    public int? Height { get; init; }

    public string? Caption { get; init; }

    public string? CreditText { get; init; }

    public string? HonorificSuffix { get; init; }

    public string? Item { get; init; }

    public string[]? SameAs { get; init; }

    public LdNode? Image { get; init; }

    public LdNode? MainEntity { get; init; }

    public LdNode? IsPartOf { get; init; }

    public LdNode[]? Author { get; init; }

    public LdNode[]? Comment { get; init; }

    public LdNode[]? ItemListElement { get; init; }
}
