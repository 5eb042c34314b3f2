namespace BlogKit.AspNetCore.Internal;

/// <summary>What the editor's script is told of a picture it sent.</summary>
internal sealed record UploadAnswer(string Url, int? Width, int? Height);
