using System.Text.Json;
using System.Text.Json.Nodes;
using BlogKit.Browser.Tests.Scenarios;
using Microsoft.Playwright;

namespace BlogKit.Browser.Tests;

/// <summary>
/// An address with a company that somebody saved in their browser, and lets it fill a form with, as Chromium does by itself when its
/// suggestion is taken.
/// </summary>
internal static class SavedAddress
{
    public const string Company = "Vostok Limited";

    private static readonly (string Kind, string Value)[] Parts =
    [
        ("NAME_FULL", Guest.KnownName),
        ("EMAIL_ADDRESS", Guest.KnownEmail),
        ("COMPANY_NAME", Company),
        ("PHONE_HOME_WHOLE_NUMBER", "+12175550123"),
        ("ADDRESS_HOME_LINE1", "1 Orchard Way"),
        ("ADDRESS_HOME_CITY", "Springfield"),
        ("ADDRESS_HOME_STATE", "Illinois"),
        ("ADDRESS_HOME_ZIP", "62701"),
        ("ADDRESS_HOME_COUNTRY", "US"),
    ];

    /// <summary>Takes the browser's suggestion in a field: it fills whatever of that form it knows.</summary>
    public static async Task FillFromAsync(IPage page, string field)
    {
        var browser = await page.Context.NewCDPSessionAsync(page);
        await browser.SendAsync("Autofill.enable");
        await browser.SendAsync("Autofill.setAddresses", new() { ["addresses"] = new JsonArray(Address()) });
        await page.Locator(field).FocusAsync();
        var filled = new TaskCompletionSource();
        browser.Event("Autofill.addressFormFilled").OnEvent += (_, _) => filled.TrySetResult();
        await browser.SendAsync("Autofill.trigger", new() { ["fieldId"] = await FindAsync(browser, field), ["address"] = Address() });
        await filled.Task.WaitAsync(TimeSpan.FromSeconds(15));
    }

    private static JsonObject Address() =>
        new() { ["fields"] = new JsonArray([.. Parts.Select(part => new JsonObject { ["name"] = part.Kind, ["value"] = part.Value })]) };

    private static async Task<int> FindAsync(ICDPSession browser, string field)
    {
        var found = await browser.SendAsync(
            "Runtime.evaluate", new() { ["expression"] = $"document.querySelector({JsonSerializer.Serialize(field)})" });
        var node = await browser.SendAsync(
            "DOM.describeNode", new() { ["objectId"] = found!.Value.GetProperty("result").GetProperty("objectId").GetString()! });
        return node!.Value.GetProperty("node").GetProperty("backendNodeId").GetInt32();
    }
}
