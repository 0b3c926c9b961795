/* Persons, bodies, and who belongs to the one named. */
#include "parts.h"

/* A body by what stands before it, a medium by its site or its cue. */
START_TEST(bodies)
{
    ck_assert_str_eq(mentions_of("Produsen sepatu Jepang Bramanto "
                                 "mengatakan stok aman."),
                     "O Bramanto");
    ck_assert_str_eq(mentions_of("Mengutip Bramanto, stok aman."),
                     "O Bramanto");
    ck_assert_str_eq(mentions_of("Ia mengutip Bramanto."), "p Ia|P Bramanto");
    ck_assert_str_eq(mentions_of("Bramanto.com mengatakan stok aman."),
                     "O Bramanto.com");
    ck_assert_str_eq(mentions_of("\"Ya,\" kata Bramanto."), "P Bramanto");
}
END_TEST

/* Who belongs to the one named is not he, nor is a group his role. */
START_TEST(belonging)
{
    ck_assert_str_eq(mentions_of("Keluarga Bramanto Wiryadi mengatakan stok "
                                 "aman."),
                     "G Keluarga Bramanto Wiryadi");
    ck_assert_str_eq(mentions_of("\"Ya,\" kata kekasih Bramanto Wiryadi."),
                     "R kekasih Bramanto Wiryadi");
    ck_assert_str_eq(mentions_of("\"Ya,\" kata sang kakak, Bramanto "
                                 "Wiryadi."),
                     "P kakak, Bramanto Wiryadi");
    ck_assert_str_eq(mentions_of("\"Ya,\" kata adik Zulfadlan, Bramanto "
                                 "Wiryadi."),
                     "P adik Zulfadlan, Bramanto Wiryadi");
    ck_assert_str_eq(mentions_of("Kepada keluarga, Bramanto mengatakan stok "
                                 "aman."),
                     "P Bramanto");
    ck_assert_str_eq(mentions_of("\"Ya,\" kata Ayah Bramanto Wiryadi."),
                     "P Ayah Bramanto Wiryadi");
}
END_TEST

int
main(void)
{
    TCase *tcase = check_engine_case("mention_kinds");
    tcase_add_test(tcase, bodies);
    tcase_add_test(tcase, belonging);
    return check_run("mention_kinds", tcase, NULL);
}
