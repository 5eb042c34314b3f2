using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace BlogKit.AspNetCore.Internal;

/// <summary>For how long somebody is banned, as forms say it.</summary>
internal static class BanTerms
{
    private const int MostDays = 3_650;

    /// <summary>The terms that are offered, in days; 0 = without end.</summary>
    public static readonly IReadOnlyList<int> Days = [1, 7, 30, 365, 0];

    /// <summary>Until when; null = without end. False for what is no number of days.</summary>
    public static bool TryRead(IFormCollection form, DateTimeOffset now, out DateTimeOffset? until)
    {
        until = null;
        if (Forms.Field(form, "days") is not { Length: > 0 } text)
        {
            return true;
        }

        if (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var days) || days > MostDays)
        {
            return false;
        }

        until = days == 0 ? null : now.AddDays(days);
        return true;
    }
}
