namespace BlogKit.AspNetCore.Internal;

/// <summary>What the editor's script is told of a picture or file it sent; of a file its name, to be put into a link.</summary>
internal sealed record UploadAnswer(string Url, int? Width, int? Height, string? Name);
