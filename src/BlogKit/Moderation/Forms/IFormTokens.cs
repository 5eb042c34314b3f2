namespace BlogKit.Moderation;

/// <summary>Makes and reads the signed token of a comment form, which tells when the form was shown. Safe for concurrent use.</summary>
public interface IFormTokens
{
    /// <summary>Returns a token for a form that is shown now; fit for a hidden field, at most 200 characters of URL-safe ASCII.</summary>
    string Issue(PostId postId);

    /// <summary>Returns the facts of a form that was sent. Never throws, whatever the form holds.</summary>
    /// <param name="postId">The post it was sent for.</param>
    /// <param name="token">The token; null when there was none.</param>
    /// <param name="trap">The content of the field that people do not see; null or empty for none.</param>
    FormFacts Read(PostId postId, string? token, string? trap);
}
