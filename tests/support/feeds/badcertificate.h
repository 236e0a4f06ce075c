// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace Scoredesk::Test {

// Made for these tests alone: signed by itself, for a name that no server here has.
inline constexpr char badCertificate[] = R"(
-----BEGIN CERTIFICATE-----
MIIBlDCCATugAwIBAgIULuiKhywwCpEWZE17BL2XA2A7COQwCgYIKoZIzj0EAwIw
HzEdMBsGA1UEAwwUc29tZW9uZS1lbHNlLmV4YW1wbGUwIBcNMjYxMTI0MTczMzM1
WhgPMjEyNjEwMzExNzMzMzVaMB8xHTAbBgNVBAMMFHNvbWVvbmUtZWxzZS5leGFt
cGxlMFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAErVTJ3Jyj+Gciy5gQ3r6x31Cg
6bfsjrix1L7mgn1Aa/4t+6L0sDVL3+9ZNtg/v/GaeVu9prnbMBszeo47QanMS6NT
MFEwHQYDVR0OBBYEFPJ2p3j8yMDkp+7RP6TpP4g0PKGlMB8GA1UdIwQYMBaAFPJ2
p3j8yMDkp+7RP6TpP4g0PKGlMA8GA1UdEwEB/wQFMAMBAf8wCgYIKoZIzj0EAwID
RwAwRAIgefEdRJydzo7phJUSugdS81MgKjjMLvLGK0jJoxH8CokCIDtOrPUQb21Z
bHo4fynrgYOmt/I1HUK3tNi+uN+pq7ym
-----END CERTIFICATE-----
)";
inline constexpr char badKey[] = R"(
-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgk8J48/JbLMN5nzZG
SVIdAWxCeQiusoizCKdlbP51kUWhRANCAAStVMncnKP4ZyLLmBDevrHfUKDpt+yO
uLHUvuaCfUBr/i37ovSwNUvf71k22D+/8Zp5W72mudswGzN6jjtBqcxL
-----END PRIVATE KEY-----
)";

} // namespace Scoredesk::Test
