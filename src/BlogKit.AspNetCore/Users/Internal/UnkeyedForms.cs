using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace BlogKit.AspNetCore.Internal;

/// <summary>
/// Makes up what a form from a shared page does not carry. Such a page is the same for everybody, so without a script its form has no key of its own: the same form
/// sent twice from one place is known by what stands in it. The secret of the process keeps others from computing the results; after a restart a form sent again is
/// a new one, which the policy on duplicates sees.
/// </summary>
internal sealed class UnkeyedForms
{
    private readonly byte[] _secret = RandomNumberGenerator.GetBytes(32);

    /// <summary>A key for a form that has none.</summary>
    public string KeyOf(HttpContext context, IFormCollection form) => Convert.ToHexStringLower(Sign(
        ["key", .. Sender(context), context.Request.Path.Value, .. form.Keys.Order(StringComparer.Ordinal).SelectMany(name => new[] { name, Forms.Field(form, name) })]));

    /// <summary>The secret of a guest who has no cookie yet: the same for the same form from the same place.</summary>
    public byte[] SecretOf(HttpContext context, string key) => Sign(["guest", .. Sender(context), key]);

    private static string?[] Sender(HttpContext context) => [CommentPages.RemoteAddress(context), context.Request.Headers.UserAgent.ToString()];

    private byte[] Sign(string?[] parts) => HMACSHA256.HashData(_secret, Encoding.UTF8.GetBytes(JoinedKey.Of(parts)));
}
