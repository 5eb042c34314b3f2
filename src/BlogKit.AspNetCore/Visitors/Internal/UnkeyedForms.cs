using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace BlogKit.AspNetCore.Internal;

/// <summary>
/// Makes up what a form from a shared page does not carry. Such a page is the same for everybody, so without a script its form has no key
/// of its own: the same form sent twice from one place is known by what stands in it. The secret of the process keeps others from computing
/// the results; after a restart a form sent again is a new one, which the policy on duplicates sees.
/// </summary>
internal sealed class UnkeyedForms
{
    private readonly byte[] _secret = RandomNumberGenerator.GetBytes(32);

    /// <summary>A key for a form that has none.</summary>
    public string KeyOf(HttpContext context, IFormCollection form) => Convert.ToHexStringLower(Sign(["key", .. Sent(context, form)]));

    /// <summary>
    /// The secret of a guest who has no cookie yet: the same for the same form from the same place. All that was typed is part of it, so
    /// that two people behind one address whose forms have the same key are two guests.
    /// </summary>
    public byte[] SecretOf(HttpContext context, string key, IFormCollection form) => Sign(["guest", key, .. Sent(context, form)]);

    private static IEnumerable<string?> Sent(HttpContext context, IFormCollection form) =>
    [
        RemoteAddress.Of(context), context.Request.Headers.UserAgent.ToString(), context.Request.Path.Value,
        .. form.Keys.Order(StringComparer.Ordinal).SelectMany(name => new[] { name, Forms.Field(form, name) }),
    ];

    private byte[] Sign(string?[] parts) => HMACSHA256.HashData(_secret, Encoding.UTF8.GetBytes(JoinedKey.Of(parts)));
}
