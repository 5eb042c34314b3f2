using System.Security.Cryptography;
using System.Text;

namespace BlogKit.AspNetCore.Internal;

/// <summary>Which picture stands beside a comment.</summary>
internal static class Avatar
{
    /// <summary>Digits of a key: 40 bits.</summary>
    public const int KeyLength = 10;

    /// <summary>
    /// What a generated picture is drawn from. It is a hash of what the page shows anyway: the blog, the name, and for an author which one,
    /// so that whoever takes an author's name does not get the author's face. The e-mail address and the application's key of a user have
    /// no part in it: a hash of those could be tried out. The price is that two guests of one name look alike.
    /// </summary>
    public static string KeyOf(BlogId blog, string name, AuthorId? author)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"BlogKit avatar\n{blog}\n{author}\n{UnicodeForms.ToNfc(name.Trim())}"));
        return Convert.ToHexStringLower(hash.AsSpan(0, KeyLength / 2));
    }

    public static string UrlOf(ThreadComment comment, CommentSurroundings thread)
    {
        if (comment.AvatarUrl is { } own)
        {
            return own.ToString();
        }

        return thread.Avatars is AvatarSource.Generated || comment.Kind is not CommentKind.Comment
            ? thread.Links.GeneratedAvatar(KeyOf(thread.BlogId, comment.Name, comment.AuthorId))
            : thread.Links.RemoteAvatar(comment.Id);
    }
}
